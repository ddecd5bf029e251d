package io.regulars.gateway.access;

import java.util.Set;

/** What a store key may be used for. */
final class Scopes {

    static final Set<String> ALL = Set.of("record", "lookup", "redeem");

    private Scopes() {}
}
