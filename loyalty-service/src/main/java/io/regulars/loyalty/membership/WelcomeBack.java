package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import io.regulars.loyalty.tier.CountedDayStore;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whoever has left comes back: points are there again, the tier if the programme gives it back and it still holds. */
@ApplicationScoped
public class WelcomeBack {

    private final Members members;
    private final CountedDayStore days;

    WelcomeBack(Members members, CountedDayStore days) {
        this.members = members;
        this.days = days;
    }

    /** The member of today, and what became of the tier since. */
    record Back(Member member, List<MembershipEvent> said) {}

    Back of(Tx tx, Stored before, Instant enrolledAt, Rulebook rules, Cause cause) {
        check(before.membership(), enrolledAt);
        Instant now = cause.recordedAt();
        Member member =
                members.open(tx, List.of(before.owner().customerId()), new NeededOfOne(rules, enrolledAt, now)).stream()
                        .filter(each -> each.owner().equals(before.owner()))
                        .findFirst()
                        .orElseThrow();
        List<MembershipEvent> said = new ArrayList<>(member.reach(now, cause, rules));
        String tier = member.tier();
        ProgrammeVersion version = rules.at(before.owner().programme(), enrolledAt);
        Optional<TierChanged> moved;
        if (version.document().membership().rejoiningRestoresTier()) {
            moved = restored(member, enrolledAt, now, version);
        } else {
            days.forget(tx, member.owner());
            member = member.beginningAnew(member.membership().back(enrolledAt, enrolledAt), now, rules);
            moved = Optional.empty();
        }
        String after = member.tier();
        if (tier != null && after != null && !after.equals(tier)) {
            long spend = moved.map(TierChanged::spend).orElse(0L);
            String why = rank(after, version) > rank(tier, version) ? "reached" : "ended";
            said.add(new TierChanged(member.customerId(), version.id(), tier, after, spend, why, now));
        }
        return new Back(member, said);
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

    /** Goes on as if the member had been here; a tier that was lost meanwhile is lost to the lowest. */
    private static Optional<TierChanged> restored(Member member, Instant at, Instant now, ProgrammeVersion version) {
        Membership membership = member.membership();
        member.become(membership.back(membership.enrolledAt(), at));
        String held = member.tier();
        Optional<TierChanged> moved = member.settle(now);
        if (moved.isEmpty() || rank(moved.get().to(), version) >= rank(held, version)) return moved;
        member.progress().fall();
        Optional<TierChanged> fallen = member.settle(now);
        return fallen.isPresent() ? fallen : moved;
    }

    private static int rank(String tier, ProgrammeVersion version) {
        return version.level(tier).map(level -> level.rank()).orElse(0);
    }
}
