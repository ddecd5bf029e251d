package io.regulars.gateway.receipt;

/** Finds payment card numbers: 13 to 19 digits, spaces and dashes between them, that pass the Luhn check. */
final class CardNumberRules {

    private CardNumberRules() {}

    static boolean holdsCardNumber(String text) {
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') run.append(c);
            else if (c != ' ' && c != '-') {
                if (holds(run)) return true;
                run.setLength(0);
            }
        }
        return holds(run);
    }

    /** Any stretch of the run counts, for a number may stand between other digits. */
    private static boolean holds(CharSequence run) {
        for (int from = 0; from + 13 <= run.length(); from++) {
            for (int length = 13; length <= 19 && from + length <= run.length(); length++) {
                boolean whole = from == 0 && length == run.length();
                if ((whole || length >= 15 && run.length() <= 19) && passesLuhn(run, from, length)) return true;
            }
        }
        return false;
    }

    private static boolean passesLuhn(CharSequence digits, int from, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(from + length - 1 - i) - '0';
            if (i % 2 == 1) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
