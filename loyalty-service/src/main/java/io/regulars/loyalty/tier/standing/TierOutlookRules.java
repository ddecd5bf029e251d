package io.regulars.loyalty.tier.standing;

import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.document.TierPolicy.Kind;
import io.regulars.loyalty.programme.document.TierPolicy.Window;
import io.regulars.loyalty.tier.standing.BasisRules.Counted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
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
        long value = valueOn(today);
        TierStanding now = moves.on(today, value, before);
        Level level = plan.level(now.levelOn(today, plan));
        Level next = plan.above(level);
        NavigableMap<LocalDate, Level> ahead = ahead(today, now);
        LocalDate drop = ahead.keySet().stream()
                .filter(day -> ahead.get(day).rank() < level.rank())
                .findFirst()
                .orElse(null);
        Map.Entry<LocalDate, Level> inAYear = ahead.floorEntry(today.plusYears(1));
        return new TierOutlook(
                level.id(),
                next == null ? null : next.id(),
                next == null ? 0 : Math.max(0, next.threshold() - value),
                drop == null ? null : drop.minusDays(1),
                drop == null ? 0 : Math.max(0, plan.level(now.earned()).threshold() - value),
                drop == null ? null : ahead.get(drop).id(),
                inAYear == null ? level.id() : inAYear.getValue().id());
    }

    /** The level from each day on which something may change by itself, for two years; a fall may bring the next one. */
    private NavigableMap<LocalDate, Level> ahead(LocalDate today, TierStanding now) {
        NavigableMap<LocalDate, Level> ahead = new TreeMap<>();
        NavigableSet<LocalDate> days = daysOfChange(today, now);
        LocalDate end = today.plusYears(2);
        TierStanding then = now;
        for (LocalDate day = days.pollFirst(); day != null && !day.isAfter(end); day = days.pollFirst()) {
            then = moves.on(day, valueOn(day), then);
            ahead.put(day, plan.level(then.levelOn(day, plan)));
            addAfter(days, then.heldUntil(), day);
        }
        return ahead;
    }

    private NavigableSet<LocalDate> daysOfChange(LocalDate today, TierStanding now) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        Window window = plan.policy().window();
        if (window.kind() == Kind.ROLLING) {
            for (Counted each : counted)
                addAfter(days, PeriodRules.leaves(window, each.day()).minusDays(1), today);
        } else if (window.kind() != Kind.EVER) {
            for (LocalDate day = today; !day.isAfter(today.plusYears(2)); day = days.last()) {
                addAfter(days, PeriodRules.period(window, joined, day).last(), today);
            }
        }
        addAfter(days, now.heldUntil(), today);
        now.grants().forEach(grant -> addAfter(days, grant.until(), today));
        if (now.lock() != null) addAfter(days, now.lock().until(), today);
        return days;
    }

    /** The day after the last one of something, unless that is over already or never will be. */
    private static void addAfter(NavigableSet<LocalDate> days, LocalDate last, LocalDate today) {
        if (last != null && !last.isBefore(today) && last.isBefore(LocalDate.MAX)) days.add(last.plusDays(1));
    }
}
