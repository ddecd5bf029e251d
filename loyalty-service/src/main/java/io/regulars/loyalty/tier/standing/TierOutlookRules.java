package io.regulars.loyalty.tier.standing;

import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.document.TierPolicy.Kind;
import io.regulars.loyalty.tier.standing.BasisRules.Counted;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Progress, what keeps the tier, and what becomes of it if nothing more happens. */
public final class TierOutlookRules {

    private final TierPlan plan;
    private final LocalDate joined;
    private final List<Counted> counted;
    private final long balance;
    private final TierMoveRules moves;

    public TierOutlookRules(TierPlan plan, LocalDate joined, List<Counted> counted, long balance) {
        this.plan = plan;
        this.joined = joined;
        this.counted = List.copyOf(counted);
        this.balance = balance;
        this.moves = new TierMoveRules(plan, joined);
    }

    public long valueOn(LocalDate day) {
        Days window = PeriodRules.window(plan.policy().window(), joined, day);
        return BasisRules.value(plan.policy().basis(), counted, window, balance);
    }

    public TierOutlook on(LocalDate today, TierStanding before) {
        TierStanding now = moves.on(today, valueOn(today), before);
        Level level = plan.level(now.levelOn(today, plan));
        Level next = plan.above(level);
        long value = valueOn(today);
        LocalDate kept = null;
        String dropsTo = null;
        String projected = level.id();
        TierStanding then = now;
        for (LocalDate day : daysOfChange(today, now)) {
            then = moves.on(day, valueOn(day), then);
            String later = then.levelOn(day, plan);
            boolean drops = plan.level(later).rank() < level.rank();
            if (dropsTo == null && drops) {
                dropsTo = later;
                kept = day.minusDays(1);
            }
            if (!day.isAfter(today.plusYears(1))) projected = later;
        }
        return new TierOutlook(
                level.id(),
                next == null ? null : next.id(),
                next == null ? 0 : Math.max(0, next.threshold() - value),
                kept,
                dropsTo == null ? 0 : Math.max(0, plan.level(now.earned()).threshold() - value),
                dropsTo,
                projected);
    }

    /** The days ahead on which something may change by itself, for two years. */
    private SortedSet<LocalDate> daysOfChange(LocalDate today, TierStanding now) {
        SortedSet<LocalDate> days = new TreeSet<>();
        LocalDate end = today.plusYears(2);
        if (plan.policy().window().kind() == Kind.ROLLING) {
            for (Counted each : counted)
                days.add(PeriodRules.leaves(plan.policy().window(), each.day()));
        } else if (plan.policy().window().kind() != Kind.EVER) {
            for (LocalDate day = today; !day.isAfter(end); ) {
                day = PeriodRules.period(plan.policy().window(), joined, day)
                        .last()
                        .plusDays(1);
                days.add(day);
                addAfter(days, PeriodRules.heldUntil(plan.policy(), joined, day));
            }
        }
        addAfter(days, now.heldUntil());
        now.grants().forEach(grant -> addAfter(days, grant.until()));
        if (now.lock() != null) addAfter(days, now.lock().until());
        for (LocalDate day : List.copyOf(days)) addAfter(days, PeriodRules.heldUntil(plan.policy(), joined, day));
        days.removeIf(day -> !day.isAfter(today) || day.isAfter(end));
        return days;
    }

    private static void addAfter(SortedSet<LocalDate> days, LocalDate last) {
        if (last != null && last.isBefore(LocalDate.MAX)) days.add(last.plusDays(1));
    }
}
