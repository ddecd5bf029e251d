package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.programme.Level;
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
        Member left = opened(tx, before.owner(), new NeededOfOne(rules, enrolledAt, now));
        List<MembershipEvent> said = new ArrayList<>(left.reach(now, cause, rules));
        String tier = left.tier();
        ProgrammeVersion version = rules.at(before.owner().programme(), enrolledAt);
        Member back = version.document().membership().rejoiningRestoresTier()
                ? restored(left, enrolledAt, now, version)
                : anew(tx, left, enrolledAt, now, rules);
        String after = back.tier();
        if (tier != null && after != null && !after.equals(tier)) {
            String why = rank(after, version) > rank(tier, version) ? "reached" : "ended";
            long spend = back.progress().standing().value();
            said.add(new TierChanged(back.customerId(), version.id(), tier, after, spend, why, now));
        }
        return new Back(back, said);
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

    /** Goes on as if the member had been here; a tier that was lost meanwhile is lost to the lowest. */
    private static Member restored(Member member, Instant at, Instant now, ProgrammeVersion version) {
        Membership membership = member.membership();
        member.become(membership.back(membership.enrolledAt(), at));
        int held = rank(member.tier(), version);
        member.settle(now);
        if (rank(member.tier(), version) < held) {
            member.progress().fall();
            member.settle(now);
        }
        return member;
    }

    /** Nothing of before counts for the tier. */
    private Member anew(Tx tx, Member member, Instant at, Instant now, Rulebook rules) {
        days.forget(tx, member.owner());
        return member.beginningAnew(member.membership().back(at, at), now, rules);
    }

    private static int rank(String tier, ProgrammeVersion version) {
        return version.level(tier).map(Level::rank).orElse(0);
    }
}
