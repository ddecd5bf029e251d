package io.regulars.gateway.receipt;

import io.regulars.events.Refund;
import io.regulars.events.Refund.Line;
import io.regulars.events.Refund.Original;
import io.regulars.platform.http.Code;
import java.util.List;

/** What a refund has to be like before it may be recorded. */
public final class RefundRules {

    private RefundRules() {}

    public static void check(Flaws flaws, Refund refund, Circumstances around) {
        ReceiptRules.naturalKey(flaws, "", refund.store(), refund.terminal(), refund.receipt(), refund.businessDate());
        ReceiptRules.occurredAt(flaws, refund.occurredAt(), around);
        ReceiptRules.currency(flaws, refund.currency(), around);
        CustomerRules.recorded(flaws, refund.customer());
        flaws.check(TextRules.freeText(refund.reason(), 500), "/reason");
        original(flaws, refund);
        lines(flaws, refund.lines());
    }

    public static boolean isAhead(Refund refund, Circumstances around) {
        return around.isAhead(refund.occurredAt());
    }

    private static void original(Flaws flaws, Refund refund) {
        Original original = refund.original();
        if (original == null) {
            if (refund.customer() == null) flaws.check("is required when no original is named", "/customer");
            return;
        }
        ReceiptRules.original(flaws, original);
    }

    private static void lines(Flaws flaws, List<Line> lines) {
        if (lines.isEmpty()) flaws.check("must hold at least one line", "/lines");
        if (lines.size() > PurchaseRules.MOST_LINES) {
            flaws.add(Code.TOO_LARGE, "/lines", "must not be more than " + PurchaseRules.MOST_LINES + " lines");
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.line() != null && line.line() < 1) flaws.check("must be 1 or more", "/lines", i, "/line");
            if (line.line() == null && line.sku() == null) flaws.check("needs a line or a sku", "/lines", i, "");
            flaws.check(TextRules.optionalSku(line.sku()), "/lines", i, "/sku");
            flaws.check(AmountRules.notNegative(line.amount()), "/lines", i, "/amount");
        }
    }
}
