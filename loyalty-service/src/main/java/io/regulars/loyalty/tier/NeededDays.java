package io.regulars.loyalty.tier;

import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.PeriodRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which days a fold must know to move a member's window on: those that leave it and those that enter it. */
public final class NeededDays {

    private NeededDays() {}

    /** The spans do not overlap; usually they hold nothing. */
    public static List<Days> of(Standing standing, Instant enrolledAt, Instant latest, ProgrammeVersion version) {
        TierPolicy policy = version.document().tiers();
        if (policy == null) return List.of();
        Instant asOf = latest.isAfter(standing.asOf()) ? latest : standing.asOf();
        Calendar calendar = Calendar.of(version);
        Days next = PeriodRules.window(policy.window(), calendar.dayOf(enrolledAt), calendar.dayOf(asOf));
        Days now = standing.window();
        if (now == null || standing.basis() != policy.basis()) {
            return List.of(anyWindow(policy, calendar, enrolledAt, standing.asOf(), next));
        }
        List<Days> needed = new ArrayList<>(2);
        LocalDate commonFirst = later(now.first(), next.first());
        LocalDate commonLast = earlier(now.last(), next.last());
        if (commonFirst.isAfter(commonLast)) {
            return List.of(new Days(earlier(now.first(), next.first()), later(now.last(), next.last())));
        }
        add(needed, earlier(now.first(), next.first()), commonFirst.minusDays(1));
        if (commonLast.isBefore(LocalDate.MAX)) {
            add(needed, commonLast.plusDays(1), later(now.last(), next.last()));
        }
        return needed;
    }

    /** The window begins with the first fact, which may lie in an earlier period than the last one. */
    private static Days anyWindow(TierPolicy policy, Calendar calendar, Instant enrolledAt, Instant since, Days last) {
        Days first = PeriodRules.window(policy.window(), calendar.dayOf(enrolledAt), calendar.dayOf(since));
        return new Days(earlier(first.first(), last.first()), later(first.last(), last.last()));
    }

    private static void add(List<Days> needed, LocalDate first, LocalDate last) {
        if (!first.isAfter(last)) needed.add(new Days(first, last));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
