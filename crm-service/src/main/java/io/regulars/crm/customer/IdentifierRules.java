package io.regulars.crm.customer;

import io.regulars.crm.customer.Identifier.Type;
import io.regulars.events.CustomerRef;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How what a cashier typed becomes the one form a customer is matched by. Nothing is guessed: equal forms match. */
public final class IdentifierRules {

    private IdentifierRules() {}

    /** What a reference names a customer by, most trusted first. A rotating code names nobody here. */
    public static List<Identifier> named(CustomerRef ref) {
        if (ref == null) return List.of();
        List<Identifier> named = new ArrayList<>(2);
        add(named, Type.CARD, ref.card());
        add(named, Type.EXTERNAL, ref.external());
        add(named, Type.EMAIL, ref.email());
        add(named, Type.PHONE, ref.phone());
        return named;
    }

    /** The form by which a value is stored and matched; empty when nothing is left of it. */
    public static String normal(Type type, String posted) {
        return switch (type) {
            case CARD, EXTERNAL -> posted.strip();
            case EMAIL -> email(posted.strip());
            case PHONE -> phone(posted);
        };
    }

    /** The value as a screen may show it: enough to recognise one's own, too little to use another's. */
    public static String masked(Type type, String value) {
        if (type != Type.EMAIL) return "•••" + (value.length() > 6 ? value.substring(value.length() - 4) : "");
        int at = value.lastIndexOf('@');
        return at < 2 ? "•••" : value.substring(0, value.offsetByCodePoints(0, 1)) + "•••" + value.substring(at);
    }

    private static void add(List<Identifier> named, Type type, String posted) {
        if (posted == null) return;
        String value = normal(type, posted);
        if (!value.isEmpty()) named.add(new Identifier(type, value));
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
