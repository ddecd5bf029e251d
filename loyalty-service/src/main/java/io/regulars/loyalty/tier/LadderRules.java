package io.regulars.loyalty.tier;

import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Downgrade;
import io.regulars.loyalty.tier.Standing.Ladder;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.PeriodRules;
import io.regulars.loyalty.tier.standing.TierMoveRules;
import io.regulars.loyalty.tier.standing.TierPlan;
import io.regulars.loyalty.tier.standing.TierStanding;
import java.time.Instant;
import java.time.LocalDate;

/** How a member's ladder moves under a version, and what it was reached with. */
final class LadderRules {

    private final ProgrammeVersion version;
    private final TierPlan plan;
    private final LocalDate joined;
    private final TierMoveRules moves;

    LadderRules(ProgrammeVersion version, Instant enrolledAt) {
        this.version = version;
        this.plan = TierPlan.of(version);
        this.joined = Calendar.of(version).dayOf(enrolledAt);
        this.moves = new TierMoveRules(plan, joined);
    }

    /** @param tier the member is in, or null for who has none yet */
    Ladder begun(String tier) {
        TierStanding newcomer = TierStanding.newcomer(plan, joined);
        return new Ladder(tier == null ? newcomer : newcomer.having(plan.level(tier)), 0, 0);
    }

    /** What the tier was reached with was counted in other units: no goods that come back take it any more. */
    Ladder judgedAnew(Ladder ladder, LocalDate day) {
        return new Ladder(moves.judgedAnew(day, ladder.standing()), 0, 0);
    }

    /** Goods of a purchase of that day came back: what the tier was reached with may be less now. */
    Ladder undone(Ladder ladder, LocalDate boughtOn, long less) {
        Days then = PeriodRules.window(
                version.document().tiers().window(), joined, ladder.standing().qualifiedOn());
        if (!then.hold(boughtOn)) return ladder;
        return new Ladder(ladder.standing(), ladder.reachedWith(), ladder.undone() + less);
    }

    /** @param refunded goods came back since it was last looked at */
    Ladder moved(Ladder before, LocalDate day, long value, boolean refunded) {
        TierStanding begun = moves.begun(day, before.standing().without(day));
        long then = before.reachedWith() - before.undone();
        boolean taken = refunded
                && outlivesItsBasis(plan.policy())
                && version.document().refunds().takesBackTier();
        TierStanding left = taken ? moves.withoutGoods(day, before.reachedWith(), then, begun) : begun;
        TierStanding after = moves.on(day, value, left);
        boolean confirmed = !after.qualifiedOn().equals(left.qualifiedOn())
                || !after.earned().equals(left.earned())
                || value >= after.threshold() && day.equals(after.qualifiedOn());
        return confirmed ? new Ladder(after, value, 0) : new Ladder(after, before.reachedWith(), before.undone());
    }

    /** The higher of two that turn out to be one member's, with all that was given to either. */
    Ladder joined(Ladder mine, Ladder other) {
        boolean higher = rank(other) > rank(mine);
        Ladder base = higher ? other : mine;
        Ladder less = higher ? mine : other;
        TierStanding standing = base.standing();
        for (TierStanding.Grant grant : less.standing().grants()) standing = standing.given(grant);
        TierStanding.Lock lock = mine.standing().lock() == null
                ? other.standing().lock()
                : mine.standing().lock();
        return new Ladder(standing.locked(lock), base.reachedWith(), base.undone());
    }

    /** Where one of two stood before they were joined, with all that was given since and not to the other one before. */
    static Ladder parted(Ladder joined, Ladder before, Ladder other) {
        TierStanding standing = before.standing();
        for (TierStanding.Grant grant : joined.standing().grants()) {
            boolean known = standing.grants().contains(grant)
                    || other != null && other.standing().grants().contains(grant);
            if (!known) standing = standing.given(grant);
        }
        TierStanding.Lock lock = joined.standing().lock();
        boolean others =
                other != null && lock != null && lock.equals(other.standing().lock());
        return new Ladder(
                standing.locked(others ? before.standing().lock() : lock), before.reachedWith(), before.undone());
    }

    private int rank(Ladder ladder) {
        return plan.level(ladder.standing().earned()).rank();
    }

    private static boolean outlivesItsBasis(TierPolicy policy) {
        return policy.hold() != null || policy.downgrade() != Downgrade.FULL;
    }
}
