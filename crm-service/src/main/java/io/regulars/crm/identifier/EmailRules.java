package io.regulars.crm.identifier;

import io.regulars.crm.identifier.EmailGrammar.Address;
import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.Mention.WhyNot;
import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Which addresses can be somebody's, and the one form each is known by. Two addresses are one when their forms are. */
public final class EmailRules {

    // RFC 5321, 4.5.3.1: what can be sent to is no longer.
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = 254;

    private EmailRules() {}

    /** @param before the form such an address had before it was read */
    static Mention read(String posted, String before) {
        Identifier old = new Identifier(Type.EMAIL, before);
        String normal = normal(posted);
        if (normal == null) return new Mention(Type.EMAIL, List.of(old), null, WhyNot.INVALID);
        String raw = posted.equals(normal) ? null : posted;
        Identifier now = new Identifier(Type.EMAIL, normal);
        return new Mention(Type.EMAIL, now.equals(old) ? List.of(now) : List.of(now, old), raw, null);
    }

    /** The form an address is known by; null when it is none. */
    public static String normal(String posted) {
        if (posted.length() > 4 * LONGEST) return null;
        Address address = EmailGrammar.read(posted);
        if (address == null) return null;
        String local = lower(address.local());
        String domain = domain(address.domain());
        if (domain == null || local.length() > LONGEST_LOCAL) return null;
        return local.length() + 1 + domain.length() > LONGEST ? null : local + '@' + domain;
    }

    private static String lower(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFC);
    }

    /** In ASCII, as the network knows it. A literal, such as {@code [192.0.2.1]}, has to be one of an address. */
    private static String domain(String posted) {
        if (posted.startsWith("[")) return isOfAnAddress(posted) ? posted.toLowerCase(Locale.ROOT) : null;
        String ascii = isAscii(posted) ? posted : ascii(posted);
        if (ascii == null) return null;
        for (String label : ascii.split("\\.", -1)) {
            if (label.length() > LONGEST_LABEL || !label.chars().allMatch(EmailRules::isOfALabel)) return null;
        }
        return ascii.toLowerCase(Locale.ROOT);
    }

    private static boolean isOfAnAddress(String literal) {
        String inside = literal.substring(1, literal.length() - 1);
        return inside.matches("(?i:IPv6:)[0-9A-Fa-f:.]{2,45}") || inside.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private static boolean isOfALabel(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private static String ascii(String posted) {
        try {
            return IDN.toASCII(posted, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException notADomain) {
            return null;
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 127) return false;
        return true;
    }
}
