package io.regulars.gateway.receipt;

/** What text may enter. Each rule answers null, or a sentence that says what is wrong. */
public final class TextRules {

    private static final String ID = "must be 1 to 64 of A-Z a-z 0-9 . _ -";
    private static final String SKU = "must be 1 to 64 of A-Z a-z 0-9 . _ - / +, spaces inside";

    private TextRules() {}

    public static String id(String value) {
        if (value == null) return "is required";
        if (value.isEmpty() || value.length() > 64) return ID;
        for (int i = 0; i < value.length(); i++) if (!inId(value.charAt(i))) return ID;
        return null;
    }

    public static String optionalId(String value) {
        return value == null ? null : id(value);
    }

    /** Article numbers as shops print them: slashes and inner spaces occur. */
    public static String optionalSku(String value) {
        if (value == null) return null;
        int last = value.length() - 1;
        if (last < 0 || last > 63 || value.charAt(0) == ' ' || value.charAt(last) == ' ') return SKU;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            if (!inId(c) && c != ' ' && c != '/' && c != '+') return SKU;
        }
        return null;
    }

    /** Any language, but nothing that hides, reorders or controls. */
    public static String text(String value, int longest) {
        if (value == null) return null;
        if (value.isEmpty()) return "must not be empty";
        if (value.length() > longest) return "must not be longer than " + longest + " characters";
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 127) continue;
            int point = value.codePointAt(i);
            if (hidden(point)) return "must not hold control, invisible or direction characters";
            if (Character.isSupplementaryCodePoint(point)) i++;
        }
        return null;
    }

    /** Text of several lines. */
    public static String lines(String value, int longest) {
        return text(value.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '), longest);
    }

    /** Free text, where a card number must not be left lying about. */
    public static String freeText(String value, int longest) {
        String why = text(value, longest);
        if (why == null && value != null && CardNumberRules.holdsCardNumber(value)) {
            return "must not hold a payment card number";
        }
        return why;
    }

    public static String email(String value) {
        if (value == null) return null;
        int at = value.indexOf('@');
        boolean shaped = at > 0
                && at == value.lastIndexOf('@')
                && at <= 64
                && value.indexOf('.', at + 2) > 0
                && !value.endsWith(".")
                && value.indexOf(' ') < 0;
        if (!shaped) return "must be an e-mail address";
        return text(value, 254);
    }

    private static boolean inId(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }

    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
