package io.regulars.loyalty.points.life;

import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.YearDay;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When points are gone: at this instant they are, before it they are not. A month after the 31st ends with the last day
 * of the next month. What lasts to the end of a day is gone at 00:00 of the next, where the programme is.
 */
public final class ExpiryRules {

    private ExpiryRules() {}

    /** @param from since when they can be spent, or for inactivity the last sign of life; the answer null: never */
    public static Instant expiresAt(ExpiryPolicy expiry, Instant from, Calendar calendar) {
        return switch (expiry.kind()) {
            case NEVER -> null;
            case ROLLING, INACTIVITY -> rolled(expiry, from, calendar);
            case DATES -> {
                LocalDate soonest = calendar.dayOf(from).plus(expiry.atLeast());
                yield calendar.startOf(YearDay.firstOf(expiry.dates(), soonest).plusDays(1));
            }
        };
    }

    /** What a sign of life does to points that expire by inactivity; null where it does nothing. */
    public static Instant prolonged(
            ExpiryPolicy expiry, String activity, Instant at, Instant startsAt, Calendar calendar) {
        boolean counts = expiry.kind() == ExpiryPolicy.Kind.INACTIVITY
                && expiry.activities().contains(activity);
        if (!counts) return null;
        return rolled(expiry, startsAt != null && startsAt.isAfter(at) ? startsAt : at, calendar);
    }

    private static Instant rolled(ExpiryPolicy expiry, Instant from, Calendar calendar) {
        Cadence roundedTo = expiry.until().cadence();
        if (roundedTo == null)
            return from.atZone(calendar.zone()).plus(expiry.after()).toInstant();
        LocalDate lastDay = calendar.dayOf(from).plus(expiry.after());
        return calendar.startOf(roundedTo.nextAfter(lastDay, calendar.weekStart()));
    }
}
