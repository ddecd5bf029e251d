package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent.MemberStatus;
import io.regulars.events.MembershipEvent.MemberStatusChanged;
import io.regulars.loyalty.membership.MembershipActs.Act;
import io.regulars.loyalty.membership.MembershipActs.Done;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** A member is blocked, closed, deceased, or active again: what may be earned, spent and sent follows. */
@ApplicationScoped
public class ChangeStatus {

    private final HoldMember hold;
    private final Memberships memberships;
    private final MembershipActs acts;

    ChangeStatus(HoldMember hold, Memberships memberships, MembershipActs acts) {
        this.hold = hold;
        this.memberships = memberships;
        this.acts = acts;
    }

    /** @param programme null for the only one */
    public record Wish(UUID customerId, String programme, MemberStatus to, String reason, String askedBy) {}

    public record Changed(UUID customerId, String programme, MemberStatus from, MemberStatus to) {}

    /** Setting the status there is changes nothing and says nothing; it is written down all the same. */
    public Changed change(Tx tx, Wish wish, Cause cause) {
        MemberAtHand at = hold.hold(tx, wish.customerId(), wish.programme(), cause);
        Membership before = at.member().membership();
        MemberStatus from = MemberStatus.valueOf(before.status().name());
        MemberStatus to = wish.to();
        at.member().become(before.being(Status.valueOf(to.name())));
        if (from != to) at.say(changed(at, from, to));
        memberships.change(tx, at.member().membership());
        Map<String, MemberStatus> detail = Map.of("from", from, "to", to);
        acts.add(tx, at.member().owner(), new Done(Act.STATUS, detail, wish.reason(), wish.askedBy()), cause);
        hold.letGo(tx, at);
        return new Changed(before.customerId(), before.programme(), from, to);
    }

    private static MemberStatusChanged changed(MemberAtHand at, MemberStatus from, MemberStatus to) {
        Owner owner = at.member().owner();
        boolean beSent = at.member().mayBeSent(at.version());
        return new MemberStatusChanged(owner.customerId(), owner.programme(), from, to, beSent, at.now());
    }
}
