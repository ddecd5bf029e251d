package io.regulars.loyalty.points;

import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.LaterDates;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Points of one origin that start and end together, and where they came from.
 *
 * @param dated {@code number} is that of the transfer that brought them
 * @param purchaseId null when no purchase did
 * @param points how many there were
 * @param givesUpAt without {@code event} they are given up then; null: they wait for ever
 * @param late what earned them came after the grace: they leave the tier alone, also when they become active
 * @param later what decides on their dates yet, or null
 * @param side whose they would be had nobody been merged, where that is somebody else; null of a purchase's points
 */
public record Lot(
        DatedLot dated,
        UUID purchaseId,
        long points,
        Instant givesUpAt,
        String event,
        boolean late,
        LaterDates later,
        UUID side) {

    public Lot(
            DatedLot dated,
            UUID purchaseId,
            long points,
            Instant givesUpAt,
            String event,
            boolean late,
            LaterDates later) {
        this(dated, purchaseId, points, givesUpAt, event, late, later, null);
    }

    public Lot(DatedLot dated, UUID purchaseId, long points, Instant givesUpAt, String event) {
        this(dated, purchaseId, points, givesUpAt, event, false, null);
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
        return new Lot(then, purchaseId, points, givesUpAt, event, late, later, side);
    }

    /** The same points in another book, under the number of the transfer that brought them there. */
    Lot movedTo(long number, UUID whose) {
        DatedLot there = new DatedLot(
                number, wallet(), dated.earnedAt(), dated.startsAt(), dated.expiresAt(), remaining(), dated.posted());
        return new Lot(there, purchaseId, remaining(), givesUpAt, event, late, later, whose);
    }

    /** It waits, and for this: an event that names a purchase is for its points, one that names none for all before. */
    boolean waitsFor(Contact contact) {
        boolean waits = remaining() > 0 && is(State.PENDING) && dated.startsAt() == null;
        return waits && contact.name().equals(event) && contact.concerns(purchaseId, dated.earnedAt());
    }

    /** What it waited for has happened. */
    Lot started(Instant at, Map<String, Instant> signs, Calendar calendar) {
        return now(later.started(dated, at, signs, calendar));
    }

    /** As it is after a sign of life; the same where that does nothing. */
    Lot after(String activity, Instant at, Calendar calendar) {
        if (later == null || remaining() == 0 || is(State.EXPIRED)) return this;
        return now(later.prolonged(dated, activity, at, calendar));
    }
}
