package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent.Leaving;
import io.regulars.events.MembershipEvent.MemberLeft;
import io.regulars.loyalty.membership.MembershipActs.Act;
import io.regulars.loyalty.membership.MembershipActs.Done;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Somebody leaves: nothing of theirs counts from now on, and points become what the programme says. */
@ApplicationScoped
public class LeaveProgramme {

    private final HoldMember hold;
    private final Memberships memberships;
    private final MembershipActs acts;

    LeaveProgramme(HoldMember hold, Memberships memberships, MembershipActs acts) {
        this.hold = hold;
        this.memberships = memberships;
        this.acts = acts;
    }

    /** @param leaving what became of the points */
    public record Left(UUID customerId, String programme, Instant leftAt, Leaving leaving) {}

    public Left leave(Tx tx, UUID customerId, String programme, String askedBy, Cause cause) {
        MemberAtHand at = hold.hold(tx, customerId, programme, cause).mustNotHaveLeft();
        Member member = at.member();
        Leaving leaving =
                Leaving.valueOf(at.version().document().membership().onLeaving().name());
        member.passbook().leave(at.version(), cause.eventId(), at.now());
        member.become(member.membership().left(at.now()));
        at.settle();
        Owner owner = member.owner();
        at.say(new MemberLeft(owner.customerId(), owner.programme(), leaving, at.now()));
        memberships.change(tx, member.membership());
        acts.add(tx, owner, new Done(Act.LEAVE, Map.of("leaving", leaving), null, askedBy), cause);
        hold.letGo(tx, at);
        return new Left(owner.customerId(), owner.programme(), at.now(), leaving);
    }
}
