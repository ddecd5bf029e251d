package io.regulars.loyalty.points.life;

import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.YearDay;
import java.time.Instant;

/** When pending points become active. Days keep the local time of day; fixed dates start with their first minute. */
public final class ActivationRules {

    private ActivationRules() {}

    public static Start start(PendingPolicy pending, Instant earnedAt, Calendar calendar) {
        return switch (pending.kind()) {
            case NONE -> Start.at(earnedAt);
            case AFTER -> Start.at(pending.after().after(earnedAt, calendar.zone()));
            case DATES ->
                Start.at(calendar.startOf(YearDay.firstOf(
                        pending.dates(), calendar.dayOf(earnedAt).plusDays(1))));
            case EVENT ->
                new Start(
                        null,
                        pending.givenUpAfter() == null
                                ? null
                                : pending.givenUpAfter().after(earnedAt, calendar.zone()));
        };
    }

    /** The event they waited for happened: they start once it can no longer be cancelled. */
    public static Instant afterEvent(Lapse cancellation, Instant happenedAt, Calendar calendar) {
        return cancellation == null ? happenedAt : cancellation.after(happenedAt, calendar.zone());
    }
}
