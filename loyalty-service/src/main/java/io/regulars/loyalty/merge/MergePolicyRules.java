package io.regulars.loyalty.merge;

import io.regulars.loyalty.membership.Membership;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.MembershipPolicy.Merges;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import java.time.Instant;
import java.util.List;

/** Whether two members may become one by themselves: only where their programme says so and nothing is odd about either. */
final class MergePolicyRules {

    private MergePolicyRules() {}

    /** Somebody has to look at it first. */
    static boolean waits(List<Membership> some, List<Membership> others, Rulebook rules, Instant at) {
        return some.stream()
                .anyMatch(one -> others.stream()
                        .filter(other -> other.programme().equals(one.programme()))
                        .anyMatch(other -> !isAuto(one, rules, at) || isOdd(one) || isOdd(other)));
    }

    private static boolean isAuto(Membership one, Rulebook rules, Instant at) {
        return rules.at(one.programme(), at).document().membership().merges() == Merges.AUTO;
    }

    private static boolean isOdd(Membership one) {
        boolean active = one.status() == Status.ACTIVE || one.status() == Status.NEW;
        return one.hasLeft() || !active;
    }
}
