package io.regulars.platform.access;

import java.util.Set;

/** A peer speaks for itself only: who issued a context must be whose key signed it, and its one role is its name. */
final class PeerRules {

    private PeerRules() {}

    static boolean speaksForItself(String issuer, String signer, Set<String> groups) {
        return issuer != null && issuer.equals(signer) && allowed(issuer, groups);
    }

    /** Services name themselves; only the operator's own key may hand out roles, and only where roles are asked for. */
    private static boolean allowed(String issuer, Set<String> groups) {
        return issuer.equals("operator") || groups.equals(Set.of(issuer)) || issuer.equals("gateway");
    }
}
