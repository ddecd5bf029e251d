package io.regulars.platform.testing;

import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.platform.access.Caller;
import io.regulars.platform.access.Peers;
import java.util.Set;

/** Authorization headers as a peer would send them, signed with that peer's real key. */
public final class Contexts {

    private Contexts() {}

    /** {@code peer} asks {@code audience} on its own behalf. */
    public static String as(String peer, String audience) {
        return as(peer, audience, Caller.service(peer));
    }

    /** The gateway asks {@code audience} on behalf of a caller. */
    public static String onBehalfOf(String audience, Caller caller) {
        return as("gateway", audience, caller);
    }

    public static Caller staff(String name, String... roles) {
        return new Caller("staff:" + name, Caller.Kind.STAFF, Set.of(roles));
    }

    private static String as(String peer, String audience, Caller caller) {
        return "Bearer " + new Peers(peer, SharedInfrastructure.secrets().folder()).contextFor(audience, caller);
    }
}
