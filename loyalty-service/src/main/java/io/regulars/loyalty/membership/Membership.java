package io.regulars.loyalty.membership;

import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer's opt-in to a programme and what it makes count.
 *
 * @param leftAt null for who is a member
 */
public record Membership(
        UUID customerId, String programme, Instant enrolledAt, Instant countsFrom, Status status, Instant leftAt) {

    /** It happened while the membership lasted. */
    public boolean counts(Instant occurredAt) {
        return !occurredAt.isBefore(countsFrom) && (leftAt == null || occurredAt.isBefore(leftAt));
    }
}
