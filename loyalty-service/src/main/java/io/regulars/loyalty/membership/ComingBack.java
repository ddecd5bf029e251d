package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What coming back makes of a member who had left: points are there again, and the tier as the programme says. */
public final class ComingBack {

    private ComingBack() {}

    /**
     * The member of today, and what became of the tier since.
     *
     * @param anew nothing of before counts for the tier
     */
    public record Back(Member member, boolean anew, List<MembershipEvent> said) {}

    public static Back of(Member left, Instant enrolledAt, Rulebook rules, Cause cause) {
        Instant now = cause.recordedAt();
        List<MembershipEvent> said = new ArrayList<>(left.reach(now, cause, rules));
        String tier = left.tier();
        ProgrammeVersion version = rules.at(left.owner().programme(), enrolledAt);
        boolean anew = !version.document().membership().rejoiningRestoresTier();
        Member back = anew
                ? left.beginningAnew(left.membership().back(enrolledAt, enrolledAt), now, rules)
                : restored(left, enrolledAt, now, version);
        String after = back.tier();
        if (tier != null && after != null && !after.equals(tier)) {
            String why = rank(after, version) > rank(tier, version) ? "reached" : "ended";
            long spend = back.progress().standing().value();
            TierChanged moved = new TierChanged(back.customerId(), version.id(), tier, after, spend, why, now);
            said.add(moved.told(back.mayBeSent(version)));
        }
        return new Back(back, anew, said);
    }

    /** Goes on as if the member had been here; a tier that was lost meanwhile is lost to the lowest. */
    private static Member restored(Member member, Instant at, Instant now, ProgrammeVersion version) {
        Membership membership = member.membership();
        int held = rank(member.tierAt(membership.leftAt()), version);
        member.become(membership.back(membership.enrolledAt(), at));
        member.settle(now);
        if (rank(member.tier(), version) < held) {
            member.progress().fall();
            member.settle(now);
        }
        return member;
    }

    private static int rank(String tier, ProgrammeVersion version) {
        return version.level(tier).map(Level::rank).orElse(0);
    }
}
