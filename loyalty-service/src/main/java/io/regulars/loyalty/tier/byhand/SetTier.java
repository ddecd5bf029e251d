package io.regulars.loyalty.tier.byhand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.membership.HoldMember;
import io.regulars.loyalty.membership.MemberAtHand;
import io.regulars.loyalty.membership.MembershipActs;
import io.regulars.loyalty.membership.MembershipActs.Act;
import io.regulars.loyalty.membership.MembershipActs.Done;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.tier.GivenTier;
import io.regulars.loyalty.tier.LockedTier;
import io.regulars.loyalty.tier.byhand.TierByHandRules.Grant;
import io.regulars.loyalty.tier.byhand.TierByHandRules.Lock;
import io.regulars.loyalty.tier.standing.TierStanding;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Gives a member a tier, locks it or unlocks it: who, when and why is kept, and the tier follows at once. */
@ApplicationScoped
public class SetTier {

    private final HoldMember hold;
    private final MembershipActs acts;

    SetTier(HoldMember hold, MembershipActs acts) {
        this.hold = hold;
        this.acts = acts;
    }

    /** Whose tier, in which programme (null for the only one), and who asks. */
    public record Whose(UUID customerId, String programme, String askedBy) {}

    /** The tier the member is in now, and what holds it there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(UUID customerId, String programme, String tier, List<GivenTier> grants, LockedTier lock) {}

    Held give(Tx tx, Whose whose, Grant grant, Cause cause) {
        MemberAtHand at = atHand(tx, whose, cause);
        TierByHandRules.check(grant.tier(), grant.until(), at.version(), today(at));
        TierStanding.Grant given =
                new TierStanding.Grant(grant.tier(), grant.until(), grant.why().why());
        Done done = new Done(Act.GRANT, given, grant.reason(), whose.askedBy());
        return set(tx, at, standing -> standing.given(given), grant.why().told(), done);
    }

    Held lock(Tx tx, Whose whose, Lock lock, Cause cause) {
        MemberAtHand at = atHand(tx, whose, cause);
        TierByHandRules.check(lock.tier(), lock.until(), at.version(), today(at));
        TierStanding.Lock on = new TierStanding.Lock(lock.tier(), lock.until());
        Done done = new Done(Act.LOCK, on, lock.reason(), whose.askedBy());
        return set(tx, at, standing -> standing.locked(on), "locked", done);
    }

    Held unlock(Tx tx, Whose whose, String reason, Cause cause) {
        MemberAtHand at = atHand(tx, whose, cause);
        TierStanding.Lock on = ladder(at).lock();
        if (on == null) throw Refusal.of(Code.NOT_FOUND, "This member's tier is not locked.");
        Done done = new Done(Act.UNLOCK, on, reason, whose.askedBy());
        return set(tx, at, TierStanding::unlocked, "unlocked", done);
    }

    private MemberAtHand atHand(Tx tx, Whose whose, Cause cause) {
        MemberAtHand at =
                hold.hold(tx, whose.customerId(), whose.programme(), cause).mustNotHaveLeft();
        if (at.version().document().tiers() == null) {
            throw Refusal.of(Code.CONFLICT, "This programme has no tiers.");
        }
        return at;
    }

    private Held set(Tx tx, MemberAtHand at, UnaryOperator<TierStanding> change, String why, Done done) {
        at.member().progress().byHand(change, why);
        at.settle();
        acts.add(tx, at.member().owner(), done, at.cause());
        hold.letGo(tx, at);
        TierStanding standing = ladder(at);
        return new Held(
                at.member().customerId(),
                at.member().owner().programme(),
                at.member().tier(),
                standing.grants().stream().map(GivenTier::of).toList(),
                LockedTier.of(standing.lock()));
    }

    private static TierStanding ladder(MemberAtHand at) {
        return at.member().progress().standing().ladder().standing();
    }

    private static LocalDate today(MemberAtHand at) {
        return Calendar.of(at.version()).dayOf(at.now());
    }
}
