package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.KeptRefund.State;
import io.regulars.loyalty.refund.RefundRules;
import io.regulars.platform.journal.Cause;
import java.util.List;

/** Makes a refund count: the same whether it arrives, waited for its purchase, or came before the opt-in. */
final class TakeBack {

    private TakeBack() {}

    /** What was taken, line by line, and the wallet after it. */
    record Taken(List<Award> awards, Points points) {

        /** As it is said of a refund that was answered before; it is not said when nothing moved. */
        List<PointsReversed> asFact(KeptRefund refund, Member member, Cause cause) {
            if (awards.isEmpty()) return List.of();
            return List.of(new PointsReversed(
                    member.customerId(),
                    member.membership().programme(),
                    refund.refundId(),
                    refund.originalId(),
                    awards,
                    points,
                    cause.recordedAt()));
        }
    }

    static Taken from(OpenBook book, Member member, KeptRefund refund, Cause cause) {
        List<Award> awards = awardsFor(book, refund);
        long points = 0;
        for (Award award : awards) points -= award.points();
        member.progress().count(refund.occurredAt(), -refund.total());
        book.write(refund.counted(points));
        return new Taken(awards, member.passbook().takeBack(points, refund, cause));
    }

    private static List<Award> awardsFor(OpenBook book, KeptRefund refund) {
        if (refund.originalId() == null) return RefundRules.awardsWithoutOriginal(refund, book.programme());
        KeptPurchase original = book.purchase(refund.originalId());
        List<KeptRefund> before = book.refundsOf(original.purchaseId()).stream()
                .filter(each -> each.state() == State.COUNTED)
                .toList();
        return RefundRules.awards(original, before, refund, book.programme());
    }
}
