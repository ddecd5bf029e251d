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
        return !occurredAt.isBefore(countsFrom) && !isAfterLeaving(occurredAt);
    }

    /** It happened once the member had left, and not come back. */
    public boolean isAfterLeaving(Instant occurredAt) {
        return leftAt != null && !occurredAt.isBefore(leftAt);
    }

    public boolean hasLeft() {
        return leftAt != null;
    }

    /** What counted before belongs to a membership that is over: whoever came back began anew. */
    public Instant begins() {
        return countsFrom.isBefore(enrolledAt) ? countsFrom : enrolledAt;
    }

    public Membership left(Instant at) {
        return new Membership(customerId, programme, enrolledAt, countsFrom, status, at);
    }

    /** Somebody came back: what happens from then on counts. */
    public Membership back(Instant since, Instant at) {
        return new Membership(customerId, programme, since, at, status, null);
    }

    public Membership being(Status other) {
        return new Membership(customerId, programme, enrolledAt, countsFrom, other, leftAt);
    }
}
