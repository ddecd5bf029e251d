package io.regulars.loyalty.earning;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.receipt.PurchaseLine;
import java.util.ArrayList;
import java.util.List;

/** How spending becomes points. The same receipt under the same programme is always worth the same. */
public final class EarningRules {

    /** Stands for the whole receipt where no line was paid for. */
    public static final int WHOLE_RECEIPT = 0;

    private EarningRules() {}

    /** One point per whole unit of what was paid in all, tip and rounding included; a receipt below zero has none. */
    public static long pointsOf(long total, Programme programme) {
        return total <= 0 ? 0 : total / programme.onePointPer();
    }

    /** Each line with its share of the receipt's points, by what was paid for it. */
    public static List<PurchaseLine> linesOf(Purchase purchase, Programme programme) {
        long total = totalOf(purchase, programme);
        List<Purchase.Line> lines = purchase.lines();
        long[] paid = lines.stream().mapToLong(line -> positive(line.amount())).toArray();
        long[] points = ShareRules.spread(pointsOf(total, programme), paid);
        List<PurchaseLine> kept = new ArrayList<>(lines.size() + 1);
        boolean nothingPaidByLine = true;
        for (int i = 0; i < paid.length; i++) {
            Purchase.Line line = lines.get(i);
            kept.add(new PurchaseLine(line.line(), line.sku(), paid[i], points[i]));
            nothingPaidByLine &= paid[i] == 0;
        }
        if (nothingPaidByLine && total > 0) {
            kept.add(new PurchaseLine(WHOLE_RECEIPT, null, total, pointsOf(total, programme)));
        }
        return kept;
    }

    /** What the receipt is worth in the programme's money. */
    public static long totalOf(Purchase purchase, Programme programme) {
        return purchase.total() != null && programme.accepts(purchase.currency()) ? purchase.total() : 0;
    }

    /** What the refund is worth in the programme's money. */
    public static long totalOf(Refund refund, Programme programme) {
        return programme.accepts(refund.currency()) ? refund.total() : 0;
    }

    private static long positive(Long amount) {
        return amount == null || amount < 0 ? 0 : amount;
    }
}
