package io.regulars.loyalty.assessment.late;

import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.KeptRefund.State;
import io.regulars.loyalty.refund.takeback.BroughtBack;
import io.regulars.loyalty.refund.takeback.TakeBackRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goods of a receipt that came back already: they take their part of what is made good for it, too. */
record CameBack(Counted receipt, List<BroughtBack> goods) {

    static CameBack of(Counted receipt, OpenBook book) {
        List<BroughtBack> goods = new ArrayList<>();
        for (KeptRefund refund : book.refunds().of(receipt.purchase().purchaseId())) {
            if (refund.state() == State.COUNTED) goods.addAll(refund.goods(receipt.purchase()));
        }
        return new CameBack(receipt, goods);
    }

    /** Points of each kind that they take of all these awards beyond what they took of those before. */
    Map<String, Long> more(List<Award> before, List<Award> all) {
        Map<String, Long> more = taken(all);
        taken(before).forEach((wallet, points) -> more.merge(wallet, -points, Long::sum));
        return more;
    }

    private Map<String, Long> taken(List<Award> awards) {
        long[] taken = TakeBackRules.taken(
                receipt.purchase().sold(),
                awards,
                goods,
                receipt.version().document().refunds().takenFrom());
        Map<String, Long> byWallet = new LinkedHashMap<>();
        for (int i = 0; i < taken.length; i++) byWallet.merge(awards.get(i).wallet(), taken[i], Long::sum);
        return byWallet;
    }
}
