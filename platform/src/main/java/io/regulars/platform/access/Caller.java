package io.regulars.platform.access;

import java.util.Set;

/** On whose behalf a service is asked: what the gateway (or a peer) vouches for. */
public record Caller(String credential, Kind kind, Set<String> roles) {

    public enum Kind {
        TILL,
        MEMBER,
        STAFF,
        SERVICE
    }

    public static Caller service(String name) {
        return new Caller("service:" + name, Kind.SERVICE, Set.of("service"));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
