package io.regulars.crm.identifier;

import io.regulars.crm.identifier.Identifier.Type;
import java.net.IDN;
import java.util.Locale;

/** How an identifier is written down where it is neither read as an address nor as a number, and how it is shown. */
public final class IdentifierRules {

    private IdentifierRules() {}

    /** The form of before addresses and numbers were read: still that of the rows from then. Empty: nothing is left. */
    public static String normal(Type type, String posted) {
        return switch (type) {
            case CARD, EXTERNAL, DEVICE, COOKIE -> posted.strip();
            case EMAIL, MAILBOX -> email(posted.strip());
            case PHONE -> phone(posted);
        };
    }

    /** The value as a screen may show it: enough to recognise one's own, too little to use another's. */
    public static String masked(Type type, String value) {
        if (type != Type.EMAIL && type != Type.MAILBOX) return "•••" + end(value);
        int at = value.lastIndexOf('@');
        return at < 2 ? "•••" : value.substring(0, value.offsetByCodePoints(0, 1)) + "•••" + value.substring(at);
    }

    private static String end(String value) {
        return value.length() > 6 ? value.substring(value.length() - 4) : "";
    }

    /** How surely it is this customer's, in percent: an estimate by how it came to us, and no probability. */
    public static int confidence(Type type, String source, boolean verified) {
        if (verified) return 100;
        return switch (type) {
            case CARD, EXTERNAL -> 90;
            case EMAIL, PHONE -> "enrolment".equals(source) ? 80 : 70;
            case MAILBOX -> 60;
            case DEVICE -> 50;
            case COOKIE -> 40;
        };
    }

    private static String email(String posted) {
        String lower = posted.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at < 0 || lower.chars().allMatch(letter -> letter < 128)) return lower;
        return lower.substring(0, at + 1) + domain(lower.substring(at + 1));
    }

    private static String domain(String posted) {
        try {
            return IDN.toASCII(posted, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            return posted;
        }
    }

    private static String phone(String posted) {
        StringBuilder digits = new StringBuilder(posted.length());
        for (int i = 0; i < posted.length(); i++) {
            char letter = posted.charAt(i);
            if (Character.isDigit(letter)) digits.append(Character.digit(letter, 10));
            else if (letter == '+' && digits.isEmpty()) digits.append('+');
        }
        if (digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) == '0') digits.replace(0, 2, "+");
        return digits.length() == 1 && digits.charAt(0) == '+' ? "" : digits.toString();
    }
}
