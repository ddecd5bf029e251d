package io.regulars.local.command;

/** One sentence of the doctor. */
record Finding(boolean well, String sentence) {
    static Finding well(String format, Object... values) {
        return new Finding(true, format.formatted(values));
    }

    static Finding wrong(String format, Object... values) {
        return new Finding(false, format.formatted(values));
    }
}
