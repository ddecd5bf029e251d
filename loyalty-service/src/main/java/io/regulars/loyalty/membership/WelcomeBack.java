package io.regulars.loyalty.membership;

import io.regulars.loyalty.membership.ComingBack.Back;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import io.regulars.loyalty.tier.CountedDayStore;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Whoever has left comes back: points are there again, the tier if the programme gives it back and it still holds. */
@ApplicationScoped
public class WelcomeBack {

    private final Members members;
    private final CountedDayStore days;

    WelcomeBack(Members members, CountedDayStore days) {
        this.members = members;
        this.days = days;
    }

    Back of(Tx tx, Stored before, Instant enrolledAt, Rulebook rules, Cause cause) {
        check(before.membership(), enrolledAt);
        Member left = opened(tx, before.owner(), new NeededOfOne(rules, enrolledAt, cause.recordedAt()));
        Back back = ComingBack.of(left, enrolledAt, rules, cause);
        if (back.anew()) days.forget(tx, before.owner());
        return back;
    }

    private Member opened(Tx tx, Owner owner, NeededOfOne needed) {
        return members.open(tx, List.of(owner.customerId()), needed).stream()
                .filter(each -> each.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    private static void check(Membership membership, Instant enrolledAt) {
        if (!membership.hasLeft()) throw Refusal.of(Code.ALREADY_MEMBER, "This customer is a member already.");
        if (membership.status() != Status.ACTIVE && membership.status() != Status.NEW) {
            throw Refusal.of(Code.CONFLICT, "This membership is not active; who may change that has to do so first.");
        }
        if (enrolledAt.isBefore(membership.leftAt())) {
            throw Refusal.invalid("/enrolledAt", "This customer was a member until " + membership.leftAt() + ".");
        }
    }
}
