package io.regulars.local.simulator.town;

import io.regulars.events.CustomerRef;

/**
 * Somebody who buys in the town and can be told from others.
 *
 * @param usual the one identifier they began with
 * @param full all identifiers they have; whoever has shown them once may use any of them
 */
public record Shopper(String id, CustomerRef usual, CustomerRef full, boolean joins, int favouriteStore) {

    /** Identifiers without the usual one: what a shopper who left the card at home can still name. */
    CustomerRef others() {
        return new CustomerRef(
                null,
                usual.card() == null ? full.card() : null,
                usual.email() == null ? full.email() : null,
                usual.phone() == null ? full.phone() : null,
                null,
                null);
    }

    boolean hasOthers() {
        return !usual.equals(full);
    }

    /** Whether this names the shopper even where the other identifiers were never heard of. */
    public boolean isSafelyNamedBy(CustomerRef ref) {
        return ref.card() != null && ref.card().equals(usual.card())
                || ref.email() != null && ref.email().equals(usual.email())
                || ref.phone() != null && ref.phone().equals(usual.phone());
    }
}
