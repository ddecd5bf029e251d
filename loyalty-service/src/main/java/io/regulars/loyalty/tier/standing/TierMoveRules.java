package io.regulars.loyalty.tier.standing;

import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Upgrade;
import io.regulars.loyalty.tier.standing.TierStanding.Coming;
import java.time.LocalDate;

/** How a member moves through the tiers: up by what was reached, down once nothing holds the tier any longer. */
public final class TierMoveRules {

    private final TierPlan plan;
    private final TierPolicy policy;
    private final LocalDate joined;

    public TierMoveRules(TierPlan plan, LocalDate joined) {
        this.plan = plan;
        this.policy = plan.policy();
        this.joined = joined;
    }

    /** What applies on that day, given what the basis is worth in the window of that day. */
    public TierStanding on(LocalDate day, long value, TierStanding before) {
        TierStanding now = begun(day, before);
        Level earned = plan.level(now.earned());
        Level reached = plan.reached(value);
        if (reached.rank() > earned.rank()) return upwards(day, reached, now);
        boolean kept = reached.rank() == earned.rank() || value >= now.threshold();
        if (kept) return now.confirmed(earned, day, held(day)).awaiting(null);
        return isHeld(day, now) ? now.awaiting(null) : downwards(day, earned, reached, now.awaiting(null));
    }

    /** Another version is published: it may take members up, never down. */
    public TierStanding published(LocalDate day, long value, TierStanding before) {
        TierStanding after = on(day, value, before);
        return plan.level(after.earned()).rank() < plan.level(before.earned()).rank() ? before : after;
    }

    /**
     * Goods came back. A tier that was reached with them and would not have been reached without them is lost, also when
     * it is held; what would have been reached is held instead.
     *
     * @param reachedWith what the basis was worth in the window of the day the tier was last reached, and {@code then}
     *     the same without the goods that came back since
     */
    public TierStanding withoutGoods(LocalDate day, long reachedWith, long then, TierStanding standing) {
        TierStanding before = begun(day, standing);
        boolean broughtByThem = reachedWith >= before.threshold() && then < before.threshold();
        if (!broughtByThem || plan.level(before.earned()).rank() == 0) return before;
        return before.instead(plan.reached(then), day, before.heldUntil());
    }

    /** What was to begin with this period has begun. What it was reached with was worth that much when it was reached. */
    public TierStanding begun(LocalDate day, TierStanding standing) {
        Coming coming = standing.coming();
        if (coming == null || day.isBefore(coming.from())) return standing;
        return standing.instead(plan.level(coming.level()), coming.from(), held(coming.from()));
    }

    /**
     * Another version looks at something else: what was reached under the old one stays as long as it is held, without a
     * hold to the end of this period. Then nothing but the new one decides.
     */
    public TierStanding judgedAnew(LocalDate day, TierStanding standing) {
        TierStanding now = begun(day, standing);
        Level earned = plan.level(now.earned());
        boolean goesOn = earned.rank() == 0 || isHeld(day, now);
        LocalDate held = goesOn
                ? now.heldUntil()
                : PeriodRules.period(policy.window(), joined, day).last();
        return now.under(earned, held);
    }

    private TierStanding upwards(LocalDate day, Level reached, TierStanding now) {
        if (policy.upgrade() == Upgrade.AT_ONCE) return now.at(reached, day, held(day));
        LocalDate next = PeriodRules.period(policy.window(), joined, day).last().plusDays(1);
        return now.confirmed(plan.level(now.earned()), day, held(day)).awaiting(new Coming(reached.id(), next));
    }

    private TierStanding downwards(LocalDate day, Level earned, Level reached, TierStanding now) {
        return switch (policy.downgrade()) {
            case NEVER -> now;
            case FULL -> now.at(reached, day, held(day));
            case SOFT_LANDING -> now.at(plan.below(earned), day, held(day));
            case ONE_LEVEL -> now.at(plan.below(earned), day, heldAfterOneLevel(day, plan.below(earned), reached));
        };
    }

    /** To the end of this period; what is reached even so is held as whatever is reached. */
    private LocalDate heldAfterOneLevel(LocalDate day, Level below, Level reached) {
        boolean asReached = policy.hold() != null && reached.rank() >= below.rank();
        return asReached
                ? held(day)
                : PeriodRules.period(policy.window(), joined, day).last();
    }

    private static boolean isHeld(LocalDate day, TierStanding now) {
        return now.heldUntil() != null && !day.isAfter(now.heldUntil());
    }

    private LocalDate held(LocalDate day) {
        return PeriodRules.heldUntil(policy, joined, day);
    }
}
