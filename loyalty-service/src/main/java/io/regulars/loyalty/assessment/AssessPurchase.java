package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.loyalty.assessment.late.MakeGood;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
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
        List<Member> members = book.members(purchase.customerId());
        if (members.isEmpty()) return List.of(withoutMember(purchase, cause));
        List<MembershipEvent> said = new ArrayList<>();
        for (Member member : members) {
            said.addAll(member.reach(purchase.recordedAt(), cause, book.rules()));
            waited.forEach(refund -> said.addAll(member.reach(refund.recordedAt(), cause, book.rules())));
            boolean answers = member == answering(members, purchase.occurredAt());
            said.addAll(
                    member.membership().counts(purchase.occurredAt())
                            ? counted(book, member, purchase, waited, answers, cause)
                            : without(member, purchase, answers, cause));
        }
        return said;
    }

    /** The first membership that was not over by then speaks for all of them. */
    static Member answering(List<Member> members, Instant occurredAt) {
        return members.stream()
                .filter(member -> !member.membership().isAfterLeaving(occurredAt))
                .findFirst()
                .orElse(members.get(0));
    }

    private static List<MembershipEvent> counted(
            OpenBook book,
            Member member,
            KeptPurchase purchase,
            List<KeptRefund> waited,
            boolean answers,
            Cause cause) {
        List<MembershipEvent> said = new ArrayList<>();
        Judged judged = JudgePurchase.in(book, member, purchase, cause);
        Points points = member.earned(judged.awards());
        List<MembershipEvent> after = new ArrayList<>();
        List<KeptRefund> earlier = new ArrayList<>();
        for (KeptRefund refund : waited) {
            after.addAll(TakeBack.after(earlier, book, member, refund, cause).asFact(refund, member, cause));
            earlier.add(refund);
        }
        after.addAll(MakeGood.in(book, member, purchase, cause));
        member.settle(cause.recordedAt()).ifPresent(after::add);
        Outcome outcome = judged.awards().isEmpty() ? Outcome.NOTHING_TO_EARN : Outcome.EARNED;
        if (answers) said.add(answer(purchase, member, outcome, judged.told(), points, cause));
        else said.addAll(earned(purchase, member, judged, points, cause));
        said.addAll(after);
        return said;
    }

    /** It came before the opt-in counts, or after the member had left. */
    private static List<MembershipEvent> without(Member member, KeptPurchase purchase, boolean answers, Cause cause) {
        List<MembershipEvent> said = new ArrayList<>();
        member.settle(cause.recordedAt()).ifPresent(said::add);
        Points points = member.earned(List.of());
        boolean tooLate = member.membership().isAfterLeaving(purchase.occurredAt());
        if (answers && tooLate) said.add(0, withoutMember(purchase, cause));
        else if (answers) said.add(0, answer(purchase, member, Outcome.BEFORE_ENROLMENT, List.of(), points, cause));
        return said;
    }

    /** What a purchase brought beside its answer; nothing is not told. */
    static List<PointsEarned> earned(KeptPurchase purchase, Member member, Judged judged, Points points, Cause cause) {
        if (judged.awards().isEmpty()) return List.of();
        return List.of(new PointsEarned(
                member.customerId(),
                judged.programme(),
                purchase.purchaseId(),
                judged.told(),
                points,
                cause.recordedAt()));
    }

    /** The refunds that were waiting: now they are known to concern this purchase's buyer. */
    private static List<KeptRefund> waitedFor(KeptPurchase purchase, OpenBook book) {
        List<KeptRefund> waited = book.refunds().of(purchase.purchaseId()).stream()
                .map(refund -> refund.chargedTo(purchase.customerId()))
                .sorted(Comparator.comparing(KeptRefund::recordedAt).thenComparing(KeptRefund::refundId))
                .toList();
        waited.forEach(book.refunds()::write);
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
