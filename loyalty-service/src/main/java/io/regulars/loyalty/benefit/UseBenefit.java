package io.regulars.loyalty.benefit;

import io.regulars.events.MembershipEvent.BenefitUsed;
import io.regulars.loyalty.benefit.BenefitUses.Use;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.membership.HoldMember;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.MemberAtHand;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Benefit;
import io.regulars.loyalty.programme.terms.MembershipRules;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A member uses what the tier gives, as often as it may be used. */
@ApplicationScoped
public class UseBenefit {

    private final HoldMember hold;
    private final BenefitUses uses;

    UseBenefit(HoldMember hold, BenefitUses uses) {
        this.hold = hold;
        this.uses = uses;
    }

    /** @param programme null for the only one */
    public record Wish(
            UUID customerId, String programme, String benefit, String store, String reference, String askedBy) {}

    /** {@code benefit.left} counts this use. */
    public record Used(UUID useId, UUID customerId, String programme, String tier, ReadBenefits.Shown benefit) {}

    Used use(Tx tx, Wish wish, Cause cause) {
        MemberAtHand at = hold.hold(tx, wish.customerId(), wish.programme(), cause);
        Member member = at.member();
        ProgrammeVersion version = at.version();
        Benefit benefit = version.document().benefits().stream()
                .filter(each -> each.id().equals(wish.benefit()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "The programme gives nothing of that name."));
        mayUse(at);
        ReadBenefits.Shown shown = counted(benefit, at);
        UUID id = cause.eventId();
        uses.add(
                tx,
                member.owner(),
                new Use(id, benefit.id(), member.tier(), wish.store(), wish.reference(), wish.askedBy(), at.now()));
        at.say(new BenefitUsed(member.customerId(), version.id(), benefit.id(), member.tier(), at.now()));
        hold.letGo(tx, at);
        return new Used(id, member.customerId(), version.id(), member.tier(), shown);
    }

    /** What may be spent may be used. */
    private static void mayUse(MemberAtHand at) {
        String programme = at.member().membership().programme();
        boolean stopped = at.rules().switches(programme).programmeStopped();
        if (stopped) throw Refusal.of(Code.CONFLICT, "The programme is stopped for the moment.");
        boolean noSpending = at.rules().isSpendingStopped(programme);
        if (noSpending) throw Refusal.of(Code.CONFLICT, "Spending is stopped for the moment, and benefits with it.");
        at.mustNotHaveLeft();
        if (!MembershipRules.may(at.member().status(), false, at.version()).spend()) {
            throw Refusal.of(Code.CONFLICT, "This member may use nothing at the moment.");
        }
    }

    /** Once more, if the tier has it and it was not used too often. */
    private static ReadBenefits.Shown counted(Benefit benefit, MemberAtHand at) {
        Member member = at.member();
        LocalDate day = Calendar.of(at.version()).dayOf(at.now());
        Counters before = new Counters(member.limits().now(), Map.of(), Map.of());
        BenefitRules.whyNot(benefit, member.tier(), before, at.version(), day).ifPresent(why -> {
            throw Refusal.of(Code.CONFLICT, "It cannot be used: " + why + ".");
        });
        if (benefit.limit() == null) return ReadBenefits.unlimited(benefit);
        Counters.Open counters = before.open();
        counters.used(BenefitRules.key(benefit, at.version(), day), 0, at.now());
        Counters after = counters.closed();
        member.limits().become(after.member());
        return ReadBenefits.limited(benefit, after.tally(BenefitRules.key(benefit, at.version(), day)));
    }
}
