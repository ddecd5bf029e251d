package io.regulars.loyalty.points;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Points of one origin that are active together. {@code number} is that of the transfer that brought them. */
public final class Lot {

    /** Spent first: what expires first, what never expires last, ties oldest first. */
    static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Lot::earnedAt)
            .thenComparingLong(Lot::number);

    private final long number;
    private final UUID purchaseId;
    private final Instant earnedAt;
    private final Instant expiresAt;
    private final long points;
    private long remaining;

    public Lot(long number, UUID purchaseId, Instant earnedAt, Instant expiresAt, long points, long remaining) {
        this.number = number;
        this.purchaseId = purchaseId;
        this.earnedAt = earnedAt;
        this.expiresAt = expiresAt;
        this.points = points;
        this.remaining = remaining;
    }

    /** Takes up to {@code wanted} out and says how many. */
    long draw(long wanted) {
        long drawn = Math.min(wanted, remaining);
        remaining -= drawn;
        return drawn;
    }

    public long number() {
        return number;
    }

    public UUID purchaseId() {
        return purchaseId;
    }

    public Instant earnedAt() {
        return earnedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public long points() {
        return points;
    }

    public long remaining() {
        return remaining;
    }
}
