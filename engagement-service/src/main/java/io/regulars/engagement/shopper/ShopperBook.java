package io.regulars.engagement.shopper;

import io.regulars.engagement.shopper.Shopper.Membership;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.MemberStatusChanged;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a batch tells about members, summed up per member, so that each is written once. */
public final class ShopperBook {

    private final Map<Membership, Long> spendOnEntering;
    private final Map<Membership, Shopper> news = new HashMap<>();

    ShopperBook(Map<Membership, Long> spendOnEntering) {
        this.spendOnEntering = spendOnEntering;
    }

    public void note(PurchaseAssessed assessed) {
        if (ShopperRules.concernsMember(assessed)) note(ShopperRules.newsIn(assessed));
    }

    public void note(PointsEarned earned) {
        note(ShopperRules.newsIn(earned));
    }

    public void note(PointsReversed reversed) {
        note(ShopperRules.newsIn(reversed));
    }

    /** Points moved otherwise than by a receipt. */
    public void note(UUID customerId, String programme, Points points) {
        note(ShopperRules.newsOf(new Membership(customerId, programme), points));
    }

    public void note(MemberEnrolled enrolled) {
        note(ShopperRules.newsIn(enrolled));
    }

    public void note(MemberStatusChanged changed) {
        note(ShopperRules.newsIn(changed));
    }

    /** Notes the move and tells whether it was upward. */
    public boolean noteRise(TierChanged moved) {
        Membership membership = new Membership(moved.customerId(), moved.programme());
        Shopper earlier = news.get(membership);
        long before = earlier != null && earlier.tierSpend() != null
                ? earlier.tierSpend()
                : spendOnEntering.getOrDefault(membership, 0L);
        note(ShopperRules.newsIn(moved));
        return ShopperRules.rises(moved, before);
    }

    Collection<Shopper> news() {
        return news.values();
    }

    private void note(Shopper told) {
        news.merge(told.membership(), told, Shopper::and);
    }
}
