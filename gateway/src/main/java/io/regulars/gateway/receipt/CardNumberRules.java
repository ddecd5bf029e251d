package io.regulars.gateway.receipt;

/** Finds payment card numbers: 13 to 19 digits in one or more groups, of a card scheme, that pass the Luhn check. */
final class CardNumberRules {

    private CardNumberRules() {}

    static boolean holdsCardNumber(String text) {
        for (int at = 0; at < text.length(); at++) {
            boolean groupStarts = isDigit(text, at) && !isDigit(text, at - 1);
            if (groupStarts && startsCardNumber(text, at)) return true;
        }
        return false;
    }

    /** Takes up digits over single spaces and dashes, and looks at every end of a group. */
    private static boolean startsCardNumber(String text, int from) {
        if (text.charAt(from) < '2' || text.charAt(from) > '6') return false;
        StringBuilder digits = new StringBuilder(19);
        for (int at = from; digits.length() <= 19 && at < text.length(); at++) {
            if (isDigit(text, at)) digits.append(text.charAt(at));
            else if (!isDigit(text, at + 1) || " -".indexOf(text.charAt(at)) < 0) return false;
            if (!isDigit(text, at + 1) && isCardNumber(digits)) return true;
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isCardNumber(CharSequence digits) {
        if (digits.length() < 13 || digits.length() > 19) return false;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (i % 2 == 1) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
