package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.loyalty.assessment.TakeBack.Taken;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Goods came back, or a whole receipt did: what was earned is taken from whoever earned it, or once it is seen. */
public final class AssessRefund {

    private AssessRefund() {}

    public static List<MembershipEvent> in(OpenBook book, UUID refundId, Cause cause) {
        KeptRefund refund = book.arriveRefund(refundId);
        if (refund == null) return List.of();
        if (refund.originalId() == null) return charged(book, refund, refund.occurredAt(), false, cause);
        KeptPurchase original = book.purchases().get(refund.originalId());
        if (original != null) {
            KeptRefund matched = refund.chargedTo(original.customerId());
            return charged(book, matched, original.occurredAt(), original.training(), cause);
        }
        book.refunds().write(refund);
        return List.of(withoutMember(refund, refund.namedCustomerId(), Outcome.WAITING, cause));
    }

    /** @param decides when it must have happened to count: the purchase, where there is one */
    private static List<MembershipEvent> charged(
            OpenBook book, KeptRefund refund, Instant decides, boolean training, Cause cause) {
        book.refunds().write(refund);
        UUID buyer = refund.customerId();
        if (buyer == null) {
            Outcome nobodys = training ? Outcome.TRAINING : Outcome.ANONYMOUS;
            return List.of(withoutMember(refund, refund.namedCustomerId(), nobodys, cause));
        }
        List<Member> members = book.members(buyer);
        if (members.isEmpty()) return List.of(withoutMember(refund, buyer, Outcome.NOT_MEMBER, cause));
        List<MembershipEvent> said = new ArrayList<>();
        for (Member member : members) {
            said.addAll(member.reach(refund.recordedAt(), cause, book.rules()));
            boolean counts = counts(book, member, refund, decides);
            Taken taken = counts ? TakeBack.from(book, member, refund, cause) : TakeBack.nothing(member);
            Outcome outcome = !counts
                    ? Outcome.BEFORE_ENROLMENT
                    : taken.awards().isEmpty() ? Outcome.NOTHING_TO_REVERSE : Outcome.REVERSED;
            List<MembershipEvent> moved = new ArrayList<>();
            member.settle(cause.recordedAt()).ifPresent(moved::add);
            boolean answers = member == AssessPurchase.answering(members, decides);
            boolean tooLate = !counts && member.membership().isAfterLeaving(decides);
            if (answers && tooLate) said.add(withoutMember(refund, buyer, Outcome.NOT_MEMBER, cause));
            else if (answers) said.add(answer(member, refund, outcome, taken, cause));
            else said.addAll(taken.asFact(refund, member, cause));
            said.addAll(moved);
        }
        return said;
    }

    /** Also of a purchase that counted before the member left and came back; not of one undone before the opt-in. */
    private static boolean counts(OpenBook book, Member member, KeptRefund refund, Instant decides) {
        String programme = member.membership().programme();
        if (refund.originalId() == null) return member.membership().counts(decides);
        boolean judged = book.judged().of(refund.originalId(), programme).isPresent();
        return judged || member.membership().counts(decides) && !book.refunds().isVoided(refund.originalId());
    }

    private static PurchaseAssessed answer(
            Member member, KeptRefund refund, Outcome outcome, Taken taken, Cause cause) {
        return new PurchaseAssessed(
                refund.refundId(),
                member.customerId(),
                outcome,
                member.membership().programme(),
                taken.awards(),
                taken.points(),
                member.tier(),
                cause.recordedAt());
    }

    private static PurchaseAssessed withoutMember(KeptRefund refund, UUID customer, Outcome outcome, Cause cause) {
        return new PurchaseAssessed(
                refund.refundId(), customer, outcome, null, List.of(), null, null, cause.recordedAt());
    }
}
