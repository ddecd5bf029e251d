package io.regulars.loyalty.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two customers that turned out to be one, or two again.
 *
 * @param from is another name of {@code into} once they are one
 * @param at when that is carried out here
 */
record Pair(UUID mergeId, UUID from, UUID into, Instant at) {

    List<UUID> both() {
        return List.of(from, into);
    }

    boolean isOne() {
        return from.equals(into);
    }
}
