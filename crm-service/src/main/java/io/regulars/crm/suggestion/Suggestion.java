package io.regulars.crm.suggestion;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;

/** Customers who may be one person, {@code times} as often as they met since it was stored last. */
public record Suggestion(
        Kind kind,
        SortedSet<UUID> customers,
        UUID cause,
        int times,
        Instant firstSeen,
        Instant lastSeen,
        Instant recordedAt) {

    /** What speaks for it. */
    public enum Kind {
        /** Identifiers of all of them stood on one event. */
        IDENTITY_CONFLICT("identityConflict");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    public Suggestion and(Suggestion later) {
        Instant first = firstSeen.isBefore(later.firstSeen) ? firstSeen : later.firstSeen;
        Instant last = lastSeen.isAfter(later.lastSeen) ? lastSeen : later.lastSeen;
        return new Suggestion(kind, customers, later.cause, times + later.times, first, last, recordedAt);
    }
}
