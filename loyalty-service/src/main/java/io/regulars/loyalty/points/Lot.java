package io.regulars.loyalty.points;

import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import java.time.Instant;
import java.util.UUID;

/**
 * Points of one origin that start and end together, and where they came from.
 *
 * @param dated {@code number} is that of the transfer that brought them
 * @param purchaseId null when no purchase did
 * @param points how many there were
 * @param givesUpAt without {@code event} they are given up then; null: they wait for ever
 * @param late the purchase came after the grace: they leave the tier alone, also when they become active
 */
public record Lot(DatedLot dated, UUID purchaseId, long points, Instant givesUpAt, String event, boolean late) {

    public Lot(DatedLot dated, UUID purchaseId, long points, Instant givesUpAt, String event) {
        this(dated, purchaseId, points, givesUpAt, event, false);
    }

    public long number() {
        return dated.number();
    }

    public String wallet() {
        return dated.wallet();
    }

    public long remaining() {
        return dated.remaining();
    }

    /** That purchase brought them. */
    boolean isOf(UUID purchase) {
        return purchase != null && purchase.equals(purchaseId);
    }

    boolean is(State state) {
        return dated.posted() == state;
    }

    /** When something happens to it by its dates alone; null for never. */
    Instant dueAt() {
        if (remaining() == 0) return null;
        if (!is(State.PENDING)) return dated.expiresAt();
        return dated.startsAt() == null ? givesUpAt : dated.startsAt();
    }

    /** What it waited for has not come in time. */
    boolean isGivenUp(Instant now) {
        boolean waits = is(State.PENDING) && dated.startsAt() == null;
        return waits && givesUpAt != null && !givesUpAt.isAfter(now);
    }

    Lot now(DatedLot then) {
        return new Lot(then, purchaseId, points, givesUpAt, event, late);
    }
}
