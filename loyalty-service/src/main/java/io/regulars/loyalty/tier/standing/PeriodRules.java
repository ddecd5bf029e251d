package io.regulars.loyalty.tier.standing;

import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Hold;
import io.regulars.loyalty.programme.document.TierPolicy.Until;
import io.regulars.loyalty.programme.document.TierPolicy.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Over which days a basis is added up, and to which day a tier is held. All days are local, and both ends belong to a
 * period: twelve months up to 10 March 2026 begin with 11 March 2025; a calendar month ends with its last day.
 */
public final class PeriodRules {

    /** A month after a day and a month before it are up to so many days apart from it again. */
    private static final int MONTHS_DIFFER = 3;

    private PeriodRules() {}

    /** What counts on that day. */
    public static Days window(Window window, LocalDate joined, LocalDate day) {
        return switch (window.kind()) {
            case ROLLING -> new Days(day.minus(window.length()).plusDays(1), day);
            case CALENDAR, ANNIVERSARY, EVER -> period(window, joined, day);
        };
    }

    /** The period that a tier reached on that day is a part of. A rolling one begins with the day. */
    public static Days period(Window window, LocalDate joined, LocalDate day) {
        return switch (window.kind()) {
            case CALENDAR ->
                new Days(
                        window.unit().startOf(day, DayOfWeek.MONDAY),
                        window.unit().nextAfter(day, DayOfWeek.MONDAY).minusDays(1));
            case ROLLING -> new Days(day, day.plus(window.length()).minusDays(1));
            case ANNIVERSARY -> year(joined, day);
            case EVER -> new Days(joined, LocalDate.MAX);
        };
    }

    /** The first day on which a rolling window no longer holds that one. */
    static LocalDate leaves(Window window, LocalDate day) {
        LocalDate gone = day.plus(window.length()).minusDays(MONTHS_DIFFER);
        while (gone.minus(window.length()).isBefore(day)) gone = gone.plusDays(1);
        return gone;
    }

    /** The last day on which a tier reached on that day is held whatever happens; null without a hold. */
    public static LocalDate heldUntil(TierPolicy policy, LocalDate joined, LocalDate day) {
        Hold hold = policy.hold();
        if (hold == null) return null;
        LocalDate last = period(policy.window(), joined, day).last();
        if (hold.until() == Until.END_OF_NEXT_PERIOD) {
            last = period(policy.window(), joined, last.plusDays(1)).last();
        }
        LocalDate held = last.plus(hold.grace());
        return hold.roundedToMonthEnd() ? held.with(TemporalAdjusters.lastDayOfMonth()) : held;
    }

    /** Who joined on 29 February has the 28th in other years. */
    private static Days year(LocalDate joined, LocalDate day) {
        int years = Math.max(0, day.getYear() - joined.getYear());
        LocalDate begins = joined.plusYears(years);
        if (begins.isAfter(day) && years > 0) begins = joined.plusYears(--years);
        return new Days(begins, joined.plusYears(years + 1).minusDays(1));
    }
}
