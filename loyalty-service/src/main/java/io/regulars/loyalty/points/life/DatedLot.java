package io.regulars.loyalty.points.life;

import java.time.Instant;
import java.util.Comparator;

/**
 * Points of one origin that start and end together. What it is at an instant follows from its dates alone, whether or
 * not anybody has posted it yet.
 *
 * @param number counts a member's lots from the oldest
 * @param startsAt null while it waits for an event
 * @param expiresAt null for never
 * @param posted what the books say of it
 */
public record DatedLot(
        long number,
        String wallet,
        Instant earnedAt,
        Instant startsAt,
        Instant expiresAt,
        long remaining,
        State posted) {

    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED
    }

    /** Spent first: what expires first, what never expires last, ties oldest first. */
    public static final Comparator<DatedLot> SPENDING_ORDER = Comparator.comparing(
                    DatedLot::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DatedLot::earnedAt)
            .thenComparingLong(DatedLot::number);

    /** It is active from its start on and gone from its expiry on. */
    public State at(Instant instant) {
        if (startsAt == null || instant.isBefore(startsAt)) return State.PENDING;
        return expiresAt != null && !instant.isBefore(expiresAt) ? State.EXPIRED : State.ACTIVE;
    }

    public boolean isActive(Instant instant) {
        return remaining > 0 && at(instant) == State.ACTIVE;
    }

    public DatedLot less(long points) {
        return new DatedLot(number, wallet, earnedAt, startsAt, expiresAt, remaining - points, posted);
    }

    public DatedLot posted(State state) {
        return new DatedLot(number, wallet, earnedAt, startsAt, expiresAt, remaining, state);
    }

    /** What it waited for has happened. */
    DatedLot from(Instant starts, Instant ends) {
        return new DatedLot(number, wallet, earnedAt, starts, ends, remaining, posted);
    }

    /** With another end; an end is put off, never brought forward. */
    public DatedLot lastingTo(Instant later) {
        boolean sooner = expiresAt == null || later != null && later.isBefore(expiresAt);
        return sooner ? this : new DatedLot(number, wallet, earnedAt, startsAt, later, remaining, posted);
    }
}
