package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.Purchase.Kind;
import io.regulars.loyalty.earning.basket.Basket;
import io.regulars.loyalty.earning.basket.BasketLine;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.RefundLine;
import io.regulars.loyalty.refund.takeback.BroughtBack;
import io.regulars.loyalty.refund.takeback.TakeBackRules;
import io.regulars.loyalty.refund.takeback.UnreferencedRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a refund takes back of which award, before anybody asks whether the points are still there. */
final class DueBack {

    private DueBack() {}

    /** @param before what else of the same purchase came back and counted already */
    static List<Award> of(
            KeptRefund refund,
            KeptPurchase original,
            Judged judged,
            List<BroughtBack> before,
            ProgrammeVersion version) {
        if (refund.originalId() == null) return UnreferencedRules.awards(goods(refund, version), version);
        if (judged == null) return List.of();
        long[] points = TakeBackRules.takenNow(
                original.sold(),
                judged.earned(),
                before,
                refund.goods(original),
                version.document().refunds().takenFrom());
        List<Award> earned = judged.earned();
        List<Award> due = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            Award award = earned.get(i);
            if (points[i] > 0) {
                due.add(new Award(
                        award.line(), award.rule(), award.version(), award.wallet(), points[i], points[i], null));
            }
        }
        return due;
    }

    /** What came back, as if it were bought today. */
    private static Basket goods(KeptRefund refund, ProgrammeVersion version) {
        List<BasketLine> lines = new ArrayList<>();
        for (RefundLine line : refund.lines()) {
            int number = line.line() == null ? lines.size() + 1 : line.line();
            long amount = Math.max(0, line.amount());
            lines.add(new BasketLine(
                    number,
                    Kind.SALE,
                    line.sku(),
                    null,
                    null,
                    null,
                    List.of(),
                    BigDecimal.ONE,
                    amount,
                    0,
                    amount,
                    true));
        }
        return new Basket(refund.currency(), refund.total(version), 0, lines, List.of(), List.of());
    }

    static Map<String, Long> byWallet(List<Award> due) {
        Map<String, Long> points = new LinkedHashMap<>();
        for (Award award : due) points.merge(award.wallet(), award.actual(), Long::sum);
        return points;
    }

    /** Line by line what went back; what was given up is left out at the end. */
    static List<MembershipEvent.Award> told(List<Award> due, Map<String, Long> taken) {
        Map<String, Long> left = new LinkedHashMap<>(taken);
        List<MembershipEvent.Award> told = new ArrayList<>();
        for (Award award : due) {
            long points = Math.min(award.actual(), left.get(award.wallet()));
            left.merge(award.wallet(), -points, Long::sum);
            if (points == 0) continue;
            told.add(new MembershipEvent.Award(
                    award.line(), award.rule(), -points, award.wallet(), award.version(), null, null));
        }
        return told;
    }
}
