package io.regulars.crm.identifier;

import io.regulars.crm.identifier.Identifier.Type;
import java.util.Set;

/** What people type who do not want to say, and programs that do not know. It names nobody, in any shop. */
final class BlockedRules {

    private static final Set<String> ADDRESSES = Set.of(
            "test@test",
            "test@test.com",
            "a@a",
            "a@a.com",
            "x@x.com",
            "abc@abc.com",
            "na@na.com",
            "no@no.com",
            "no@email.com",
            "none@none.com",
            "noemail@noemail.com",
            "nomail@nomail.com",
            "email@email.com");
    private static final Set<String> NOBODY = Set.of("noreply", "no-reply", "donotreply", "do-not-reply");
    private static final Set<String> RESERVED = Set.of("test", "invalid", "localhost");
    private static final Set<String> WORDS =
            Set.of("test", "none", "null", "undefined", "unknown", "n/a", "na", "nil", "nan");
    private static final String COUNTED = "01234567890";
    private static final int SHORTEST = 4;

    private BlockedRules() {}

    /** @param plain the value in the form of before, in small letters */
    static boolean isBlocked(Type type, String plain) {
        return switch (type) {
            case EMAIL, MAILBOX -> isNobodysAddress(plain);
            case PHONE -> isMadeUp(plain.startsWith("+") ? plain.substring(1) : plain);
            default -> WORDS.contains(plain) || plain.length() >= SHORTEST && isZeros(plain);
        };
    }

    /** Digits that are all the same, or counted up. */
    static boolean isMadeUp(String digits) {
        if (digits.length() < SHORTEST) return false;
        boolean same = digits.chars().allMatch(digit -> digit == digits.charAt(0));
        return same || digits.length() > 5 && COUNTED.contains(digits);
    }

    private static boolean isNobodysAddress(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) return WORDS.contains(address);
        String top = address.substring(Math.max(at, address.lastIndexOf('.')) + 1);
        return ADDRESSES.contains(address) || NOBODY.contains(address.substring(0, at)) || RESERVED.contains(top);
    }

    private static boolean isZeros(String value) {
        return value.chars().allMatch(c -> c == '0' || c == '-');
    }
}
