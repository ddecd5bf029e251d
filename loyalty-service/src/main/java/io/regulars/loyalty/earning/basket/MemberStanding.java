package io.regulars.loyalty.earning.basket;

import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;

/**
 * A member as rules may see one at the moment something happens, without it.
 *
 * @param tier null in a programme without tiers
 * @param since the local day of joining
 * @param birthday null when it is not known; never the year
 * @param purchases that counted before
 * @param visits days in a store that counted before
 * @param sameVisit this purchase belongs to a visit that was counted already
 * @param attributes what the customer shares
 */
public record MemberStanding(
        Status status,
        String tier,
        LocalDate since,
        MonthDay birthday,
        long purchases,
        long visits,
        boolean sameVisit,
        Map<String, String> attributes,
        Set<String> segments) {

    public MemberStanding {
        attributes = Map.copyOf(attributes);
        segments = Set.copyOf(segments);
    }

    public static MemberStanding newcomer(String tier, LocalDate since) {
        return new MemberStanding(Status.ACTIVE, tier, since, null, 0, 0, false, Map.of(), Set.of());
    }

    /** The number of the visit a purchase now belongs to, from 1. */
    public long visitNow() {
        return sameVisit ? visits : visits + 1;
    }
}
