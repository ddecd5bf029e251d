package io.regulars.loyalty.adjustment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.Life;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A member whose points somebody moves by hand. What was due before has happened; what is said of it all is kept. */
public final class OpenMember {

    private final Member member;
    private final Rulebook rules;
    private final List<Said> said = new ArrayList<>();

    /** A fact, and what it was said for. */
    record Said(MembershipEvent event, Cause cause) {}

    OpenMember(Member member, Rulebook rules) {
        this.member = member;
        this.rules = rules;
    }

    public Member member() {
        return member;
    }

    List<Said> said() {
        return said;
    }

    public ProgrammeVersion version(Instant now) {
        return rules.at(member.membership().programme(), now);
    }

    /** What was due by now is posted before anybody touches anything. */
    public void reach(Cause cause) {
        member.reach(cause.recordedAt(), cause, rules).forEach(event -> said.add(new Said(event, cause)));
    }

    /** Gives or takes what was asked for; below nothing nobody goes by hand. */
    public void adjust(Adjustment adjustment, Cause cause) {
        Instant now = cause.recordedAt();
        Origin origin = Origin.nothingBut(cause.eventId());
        if (adjustment.points() > 0) {
            Life life = AdjustmentRules.life(
                    adjustment, version(now), member.tier(), member.experience().signs(), now);
            member.passbook().adjust(adjustment.wallet(), adjustment.points(), life, origin, now);
        } else if (!member.passbook().takeAway(adjustment.wallet(), -adjustment.points(), origin, now)) {
            throw Refusal.of(
                    Code.INSUFFICIENT_POINTS,
                    "The member has fewer than " + -adjustment.points() + " active points; nothing was taken.");
        }
        tell(adjustment.wallet(), AdjustmentRules.told(adjustment.kind()), adjustment.points(), cause);
    }

    /** Points of that lot that had expired are there again. */
    public void reinstate(String wallet, long points, Life life, Cause cause) {
        Origin origin = Origin.nothingBut(cause.eventId());
        member.passbook().reinstate(wallet, points, life, origin, cause.recordedAt());
        tell(wallet, MembershipEvent.Adjustment.REINSTATED, points, cause);
    }

    public void extend(Lot lot, Instant expiresAt) {
        member.passbook().extend(lot.number(), expiresAt);
    }

    private void tell(String wallet, MembershipEvent.Adjustment kind, long points, Cause cause) {
        said.add(new Said(
                new PointsAdjusted(
                        member.customerId(),
                        member.membership().programme(),
                        wallet,
                        kind,
                        points,
                        wallet.equals(member.firstWallet()) ? member.passbook().points(wallet, points) : null,
                        cause.recordedAt()),
                cause));
    }

    /** Where the balance moves the tier, it may have. */
    public void settle(Cause cause) {
        member.settle(cause.recordedAt()).ifPresent(moved -> said.add(new Said(moved, cause)));
    }
}
