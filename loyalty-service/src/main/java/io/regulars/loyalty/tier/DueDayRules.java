package io.regulars.loyalty.tier;

import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.TierPolicy.Kind;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.TierPlan;
import io.regulars.loyalty.tier.standing.TierStanding;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a tier may move by itself: a hold, a gift or a lock ends, or another period begins. Days that leave a rolling
 * window are not among them: they are known by what counted on them.
 */
final class DueDayRules {

    private DueDayRules() {}

    /** The first such day after {@code today}, when the tier was last looked at, or null. */
    static LocalDate of(TierStanding standing, Days window, LocalDate today, ProgrammeVersion version) {
        TierPlan plan = TierPlan.of(version);
        Kind kind = version.document().tiers().window().kind();
        boolean periods = kind == Kind.CALENDAR || kind == Kind.ANNIVERSARY;
        boolean mayFall = plan.level(standing.earned()).rank() > 0;
        LocalDate ofLock = standing.lock() == null ? null : standing.lock().until();
        LocalDate ofComing =
                standing.coming() == null ? null : standing.coming().from().minusDays(1);
        Stream<LocalDate> lastDays = Stream.of(
                mayFall ? standing.heldUntil() : null, ofLock, ofComing, periods && mayFall ? window.last() : null);
        Optional<LocalDate> first = Stream.concat(
                        lastDays, standing.grants().stream().map(grant -> grant.until()))
                .filter(day -> day != null && !day.isBefore(today) && day.isBefore(LocalDate.MAX))
                .min(LocalDate::compareTo);
        return first.map(day -> day.plusDays(1)).orElse(null);
    }
}
