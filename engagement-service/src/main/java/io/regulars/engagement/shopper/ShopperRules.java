package io.regulars.engagement.shopper;

import io.regulars.engagement.shopper.Shopper.Membership;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.MemberStatus;
import io.regulars.events.MembershipEvent.MemberStatusChanged;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import java.util.EnumSet;
import java.util.Set;

/** What each fact of loyalty's tells about a member. */
public final class ShopperRules {

    private static final Set<Outcome> OF_MEMBERS =
            EnumSet.complementOf(EnumSet.of(Outcome.NOT_MEMBER, Outcome.ANONYMOUS, Outcome.TRAINING));
    private static final Set<Outcome> OF_PURCHASES =
            EnumSet.of(Outcome.EARNED, Outcome.NOTHING_TO_EARN, Outcome.BEFORE_ENROLMENT);

    /** Why a tier moved says which way, where it can only move one way; else what was weighed does. */
    private static final Set<String> GIVEN_UPWARDS = Set.of("reached", "given", "statusMatch", "lifetime");

    private static final Set<String> LOST = Set.of("ended", "refunded");

    private ShopperRules() {}

    /** Most receipts are nobody's or no member's: nothing to learn from them. */
    static boolean concernsMember(PurchaseAssessed assessed) {
        return assessed.programme() != null && OF_MEMBERS.contains(assessed.outcome());
    }

    static Shopper newsIn(PurchaseAssessed assessed) {
        return new Shopper(
                new Membership(assessed.customerId(), assessed.programme()),
                assessed.tier(),
                null,
                assessed.points() == null ? null : assessed.points().balance(),
                null,
                OF_PURCHASES.contains(assessed.outcome()) ? assessed.occurredAt() : null,
                null);
    }

    static Shopper newsIn(PointsEarned earned) {
        Membership membership = new Membership(earned.customerId(), earned.programme());
        return new Shopper(membership, null, null, earned.points().balance(), null, null, null);
    }

    static Shopper newsIn(PointsReversed reversed) {
        Membership membership = new Membership(reversed.customerId(), reversed.programme());
        return new Shopper(membership, null, null, reversed.points().balance(), null, null, null);
    }

    /** Points moved otherwise than by a receipt; of another kind than the first the balance is not told. */
    static Shopper newsOf(Membership membership, Points points) {
        return new Shopper(membership, null, null, points == null ? null : points.balance(), null, null, null);
    }

    /** A membership begins in its lowest tier, before anything was spent. */
    static Shopper newsIn(MemberEnrolled enrolled) {
        Membership membership = new Membership(enrolled.customerId(), enrolled.programme());
        return new Shopper(
                membership, enrolled.tier(), 0L, null, enrolled.enrolledAt(), null, mayBeSent(enrolled.beSent()));
    }

    static Shopper newsIn(TierChanged moved) {
        Membership membership = new Membership(moved.customerId(), moved.programme());
        return new Shopper(membership, moved.to(), moved.spend(), null, null, null, mayBeSent(moved.beSent()));
    }

    static Shopper newsIn(MemberStatusChanged changed) {
        Membership membership = new Membership(changed.customerId(), changed.programme());
        return new Shopper(membership, null, null, null, null, null, mayBeSent(changed));
    }

    /** What was said before facts told it follows from the status, as programmes have it unless they say otherwise. */
    private static boolean mayBeSent(MemberStatusChanged changed) {
        if (changed.beSent() != null) return changed.beSent();
        return changed.to() == MemberStatus.NEW || changed.to() == MemberStatus.ACTIVE;
    }

    /** Left out means nothing is said against it. */
    public static boolean mayBeSent(Boolean beSent) {
        return !Boolean.FALSE.equals(beSent);
    }

    /**
     * Whether a tier is above the one before it. A tier is a range of spend and ranges do not overlap, so it is above
     * exactly when more was spent on entering it than on entering the other.
     */
    static boolean rises(TierChanged moved, long spendOnEnteringTheOther) {
        if (GIVEN_UPWARDS.contains(String.valueOf(moved.why()))) return true;
        if (LOST.contains(String.valueOf(moved.why()))) return false;
        return moved.spend() > spendOnEnteringTheOther;
    }
}
