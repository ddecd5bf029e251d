package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Somebody opted in: what was kept of their receipts is judged as if they had been a member when it came. */
public final class RejudgeReceipts {

    private RejudgeReceipts() {}

    /** @param book holds all that was ever kept of this customer, and nothing else */
    public static List<MembershipEvent> in(OpenBook book, Member member, Cause cause) {
        List<MembershipEvent> said = new ArrayList<>();
        member.progress().reach(book.latest());
        List.copyOf(book.purchases()).stream()
                .filter(purchase -> member.membership().counts(purchase.occurredAt()))
                .sorted(Comparator.comparing(KeptPurchase::occurredAt).thenComparing(KeptPurchase::purchaseId))
                .forEach(purchase -> said.addAll(earn(book.programme(), member, purchase, cause)));
        List.copyOf(book.refunds()).stream()
                .filter(refund -> member.membership().counts(decides(book, refund)))
                .sorted(Comparator.comparing(KeptRefund::recordedAt).thenComparing(KeptRefund::refundId))
                .forEach(refund ->
                        said.addAll(TakeBack.from(book, member, refund, cause).asFact(refund, member, cause)));
        member.progress().settle(member.customerId(), cause.recordedAt()).ifPresent(said::add);
        return said;
    }

    private static List<PointsEarned> earn(Programme programme, Member member, KeptPurchase purchase, Cause cause) {
        member.progress().count(purchase.occurredAt(), purchase.total());
        if (purchase.points() == 0) return List.of();
        Points points = member.passbook().earn(purchase.points(), purchase, cause);
        return List.of(new PointsEarned(
                member.customerId(),
                programme.id(),
                purchase.purchaseId(),
                AssessPurchase.awardsOf(purchase, programme),
                points,
                cause.recordedAt()));
    }

    /** A refund counts when its purchase does, and by itself when it has none. */
    private static Instant decides(OpenBook book, KeptRefund refund) {
        return refund.originalId() == null
                ? refund.occurredAt()
                : book.purchase(refund.originalId()).occurredAt();
    }
}
