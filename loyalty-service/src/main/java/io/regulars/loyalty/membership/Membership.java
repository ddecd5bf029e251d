package io.regulars.loyalty.membership;

import java.time.Instant;
import java.util.UUID;

/** A customer's opt-in to a programme and what it makes count. */
public record Membership(UUID customerId, String programme, Instant enrolledAt, Instant countsFrom) {

    public boolean counts(Instant occurredAt) {
        return !occurredAt.isBefore(countsFrom);
    }
}
