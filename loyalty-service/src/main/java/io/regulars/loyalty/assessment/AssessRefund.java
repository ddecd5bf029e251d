package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.loyalty.assessment.TakeBack.Taken;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Goods came back: what they earned is taken from whoever earned it, or once their purchase is seen. */
public final class AssessRefund {

    private AssessRefund() {}

    public static List<MembershipEvent> in(OpenBook book, PurchaseRefunded fact, Cause cause) {
        KeptRefund refund = book.arriveRefund(fact.refundId());
        if (refund == null) return List.of();
        if (refund.originalId() == null) return charged(book, refund, refund.occurredAt(), false, cause);
        KeptPurchase original = book.purchase(refund.originalId());
        if (original != null) {
            KeptRefund matched = refund.chargedTo(original.customerId());
            return charged(book, matched, original.occurredAt(), original.training(), cause);
        }
        book.write(refund);
        return List.of(withoutMember(refund, refund.namedCustomerId(), Outcome.WAITING, cause));
    }

    /** @param decides when it must have happened to count: the purchase, where there is one */
    private static List<MembershipEvent> charged(
            OpenBook book, KeptRefund refund, Instant decides, boolean training, Cause cause) {
        book.write(refund);
        UUID buyer = refund.customerId();
        if (buyer == null) {
            Outcome nobodys = training ? Outcome.TRAINING : Outcome.ANONYMOUS;
            return List.of(withoutMember(refund, refund.namedCustomerId(), nobodys, cause));
        }
        Member member = book.member(buyer);
        if (member == null) return List.of(withoutMember(refund, buyer, Outcome.NOT_MEMBER, cause));
        member.progress().reach(refund.recordedAt());
        return member.membership().counts(decides)
                ? counted(book, member, refund, cause)
                : answered(member, refund, Outcome.BEFORE_ENROLMENT, nothing(member), cause);
    }

    private static List<MembershipEvent> counted(OpenBook book, Member member, KeptRefund refund, Cause cause) {
        Taken taken = TakeBack.from(book, member, refund, cause);
        Outcome outcome = taken.awards().isEmpty() ? Outcome.NOTHING_TO_REVERSE : Outcome.REVERSED;
        return answered(member, refund, outcome, taken, cause);
    }

    private static Taken nothing(Member member) {
        return new Taken(List.of(), member.passbook().points(0));
    }

    private static List<MembershipEvent> answered(
            Member member, KeptRefund refund, Outcome outcome, Taken taken, Cause cause) {
        List<MembershipEvent> said = new ArrayList<>();
        member.progress().settle(member.customerId(), cause.recordedAt()).ifPresent(said::add);
        List<Award> awards = taken.awards();
        Points points = taken.points();
        said.add(
                0,
                new PurchaseAssessed(
                        refund.refundId(),
                        member.customerId(),
                        outcome,
                        member.membership().programme(),
                        awards,
                        points,
                        member.tier(),
                        cause.recordedAt()));
        return said;
    }

    private static PurchaseAssessed withoutMember(KeptRefund refund, UUID customer, Outcome outcome, Cause cause) {
        return new PurchaseAssessed(
                refund.refundId(), customer, outcome, null, List.of(), null, null, cause.recordedAt());
    }
}
