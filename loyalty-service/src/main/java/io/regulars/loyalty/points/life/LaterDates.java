package io.regulars.loyalty.points.life;

import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.ExpiryPolicy.Kind;
import io.regulars.loyalty.programme.document.Lapse;
import java.time.Instant;
import java.util.Map;

/**
 * What decides on the dates of points after they were earned, as it was promised then.
 *
 * @param cancellation how long after the event they wait for they start, or null
 */
public record LaterDates(Lapse cancellation, ExpiryPolicy expiry) {

    public boolean endsWithInactivity() {
        return expiry.kind() == Kind.INACTIVITY;
    }

    Instant startsAt(Instant happenedAt, Calendar calendar) {
        return ActivationRules.afterEvent(cancellation, happenedAt, calendar);
    }

    /** @param signs when the member last did what */
    public Instant expiresAt(Instant startsAt, Map<String, Instant> signs, Calendar calendar) {
        Instant from = startsAt;
        if (endsWithInactivity()) {
            for (String activity : expiry.activities()) {
                Instant last = signs.get(activity);
                if (last != null && last.isAfter(from)) from = last;
            }
        }
        return ExpiryRules.expiresAt(expiry, from, calendar);
    }

    /** The lot once what it waited for has happened. */
    public DatedLot started(DatedLot lot, Instant happenedAt, Map<String, Instant> signs, Calendar calendar) {
        Instant starts = startsAt(happenedAt, calendar);
        return lot.from(starts, expiresAt(starts, signs, calendar));
    }

    /** The lot after a sign of life: it lasts longer or as long as before. */
    public DatedLot prolonged(DatedLot lot, String activity, Instant at, Calendar calendar) {
        if (lot.startsAt() == null) return lot;
        Instant end = ExpiryRules.prolonged(expiry, activity, at, lot.startsAt(), calendar);
        return end == null ? lot : lot.lastingTo(end);
    }
}
