package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.platform.journal.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A purchase was recorded: it earns, and refunds that waited for it take back theirs. */
public final class AssessPurchase {

    private AssessPurchase() {}

    public static List<MembershipEvent> in(OpenBook book, PurchaseRecorded fact, Cause cause) {
        KeptPurchase purchase = book.arrive(fact.purchaseId());
        if (purchase == null) return List.of();
        List<KeptRefund> waited = waitedFor(purchase, book);
        Member member = purchase.customerId() == null ? null : book.member(purchase.customerId());
        if (member == null) return List.of(withoutMember(purchase, cause));
        member.progress().reach(purchase.recordedAt());
        waited.forEach(refund -> member.progress().reach(refund.recordedAt()));
        return member.membership().counts(purchase.occurredAt())
                ? counted(book, member, purchase, waited, cause)
                : tooEarly(member, purchase, cause);
    }

    private static List<MembershipEvent> counted(
            OpenBook book, Member member, KeptPurchase purchase, List<KeptRefund> waited, Cause cause) {
        List<MembershipEvent> after = new ArrayList<>();
        List<Award> awards = awardsOf(purchase, book.programme());
        member.progress().count(purchase.occurredAt(), purchase.total());
        Points points = member.passbook().earn(purchase.points(), purchase, cause);
        for (KeptRefund refund : waited) {
            after.addAll(TakeBack.from(book, member, refund, cause).asFact(refund, member, cause));
        }
        member.progress().settle(member.customerId(), cause.recordedAt()).ifPresent(after::add);
        Outcome outcome = awards.isEmpty() ? Outcome.NOTHING_TO_EARN : Outcome.EARNED;
        after.add(0, answer(purchase, member, outcome, awards, points, cause));
        return after;
    }

    private static List<MembershipEvent> tooEarly(Member member, KeptPurchase purchase, Cause cause) {
        List<MembershipEvent> said = new ArrayList<>();
        member.progress().settle(member.customerId(), cause.recordedAt()).ifPresent(said::add);
        Points points = member.passbook().points(0);
        said.add(0, answer(purchase, member, Outcome.BEFORE_ENROLMENT, List.of(), points, cause));
        return said;
    }

    /** The points a purchase is worth, line by line; lines without any are left out. */
    static List<Award> awardsOf(KeptPurchase purchase, Programme programme) {
        return purchase.lines().stream()
                .filter(line -> line.points() > 0)
                .map(line -> new Award(line.line(), programme.rule(), line.points()))
                .toList();
    }

    /** The refunds that were waiting: now they are known to concern this purchase's buyer. */
    private static List<KeptRefund> waitedFor(KeptPurchase purchase, OpenBook book) {
        List<KeptRefund> waited = book.refundsOf(purchase.purchaseId()).stream()
                .map(refund -> refund.chargedTo(purchase.customerId()))
                .sorted(Comparator.comparing(KeptRefund::recordedAt).thenComparing(KeptRefund::refundId))
                .toList();
        waited.forEach(book::write);
        return waited;
    }

    private static PurchaseAssessed withoutMember(KeptPurchase purchase, Cause cause) {
        UUID customer = purchase.customerId();
        Outcome outcome =
                purchase.training() ? Outcome.TRAINING : customer == null ? Outcome.ANONYMOUS : Outcome.NOT_MEMBER;
        return new PurchaseAssessed(
                purchase.purchaseId(), customer, outcome, null, List.of(), null, null, cause.recordedAt());
    }

    private static PurchaseAssessed answer(
            KeptPurchase purchase, Member member, Outcome outcome, List<Award> awards, Points points, Cause cause) {
        return new PurchaseAssessed(
                purchase.purchaseId(),
                member.customerId(),
                outcome,
                member.membership().programme(),
                awards,
                points,
                member.tier(),
                cause.recordedAt());
    }
}
