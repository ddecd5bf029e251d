package io.regulars.gateway.receipt;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Applied;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Line;
import io.regulars.events.Purchase.Tender;
import io.regulars.platform.http.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a purchase has to be like before it may be recorded. */
public final class PurchaseRules {

    public static final int MOST_LINES = 2_000;
    private static final int MOST_EXTRAS = 100;
    private static final long MOST_ROUNDING = 100_000;

    private PurchaseRules() {}

    public static void check(Flaws flaws, Purchase purchase, Circumstances around) {
        ReceiptRules.naturalKey(
                flaws, "", purchase.store(), purchase.terminal(), purchase.receipt(), purchase.businessDate());
        ReceiptRules.occurredAt(flaws, purchase.occurredAt(), around);
        ReceiptRules.currency(flaws, purchase.currency(), around);
        CustomerRules.recorded(flaws, purchase.customer());
        contents(flaws, purchase);
    }

    /** What was bought, wherever and by whomever. */
    public static void contents(Flaws flaws, Purchase purchase) {
        flaws.check(TextRules.id(purchase.channel()), "/channel");
        amounts(flaws, purchase);
        lines(flaws, purchase.lines());
        applied(flaws, purchase.applied());
        tenders(flaws, purchase.tenders());
        if (flaws.none()) sum(flaws, purchase);
    }

    public static boolean isAhead(Purchase purchase, Circumstances around) {
        return around.isAhead(purchase.occurredAt());
    }

    /** A total below zero needs lines that explain it. */
    private static void amounts(Flaws flaws, Purchase purchase) {
        boolean goodsCameBack = purchase.lines().stream().anyMatch(line -> mayBeNegative(line.kind()));
        flaws.check(
                purchase.total() == null ? "is required" : AmountRules.signed(purchase.total(), goodsCameBack),
                "/total");
        flaws.check(AmountRules.signed(purchase.taxTotal(), goodsCameBack), "/taxTotal");
        flaws.check(AmountRules.notNegative(purchase.tip()), "/tip");
        if (Math.abs(purchase.rounding()) > MOST_ROUNDING) flaws.check("must be within ±" + MOST_ROUNDING, "/rounding");
    }

    private static void lines(Flaws flaws, List<Line> lines) {
        if (lines.size() > MOST_LINES) {
            flaws.add(Code.TOO_LARGE, "/lines", "must not be more than " + MOST_LINES + " lines");
            return;
        }
        Set<Integer> numbers = new HashSet<>(lines.size() * 2);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.line() < 1 || line.line() > 1_000_000) flaws.check("must be 1 to 1000000", "/lines", i, "/line");
            if (!numbers.add(line.line())) flaws.check("is used by another line", "/lines", i, "/line");
            words(flaws, line, i);
            amounts(flaws, line, i);
        }
    }

    private static void words(Flaws flaws, Line line, int i) {
        flaws.check(TextRules.optionalSku(line.sku()), "/lines", i, "/sku");
        flaws.check(TextRules.text(line.category(), 128), "/lines", i, "/category");
        flaws.check(TextRules.text(line.brand(), 128), "/lines", i, "/brand");
        flaws.check(TextRules.text(line.collection(), 128), "/lines", i, "/collection");
        if (line.labels().size() > MOST_EXTRAS)
            flaws.check("must not be more than " + MOST_EXTRAS, "/lines", i, "/labels");
        for (String label : line.labels()) flaws.check(TextRules.text(label, 64), "/lines", i, "/labels");
    }

    private static void amounts(Flaws flaws, Line line, int i) {
        boolean mayBeNegative = mayBeNegative(line.kind());
        flaws.check(lineAmount(line), "/lines", i, "/amount");
        flaws.check(AmountRules.signed(line.tax(), mayBeNegative), "/lines", i, "/tax");
        if (line.listAmount() != null) {
            flaws.check(AmountRules.signed(line.listAmount(), mayBeNegative), "/lines", i, "/listAmount");
        }
        if (line.discounts().size() > MOST_EXTRAS) {
            flaws.check("must not be more than " + MOST_EXTRAS, "/lines", i, "/discounts");
        }
        for (Applied discount : line.discounts()) flaws.check(applied(discount), "/lines", i, "/discounts");
    }

    private static String lineAmount(Line line) {
        if (line.amount() == null) return "is required";
        if (line.kind() == Kind.RETURN && line.amount() > 0) return "of a return must not be positive";
        return AmountRules.signed(line.amount(), mayBeNegative(line.kind()));
    }

    private static boolean mayBeNegative(Kind kind) {
        return kind == Kind.RETURN || kind == Kind.DEPOSIT;
    }

    private static void applied(Flaws flaws, List<Applied> applied) {
        if (applied.size() > MOST_EXTRAS) flaws.check("must not be more than " + MOST_EXTRAS, "/applied");
        for (int i = 0; i < applied.size(); i++) flaws.check(applied(applied.get(i)), "/applied", i, "");
    }

    private static String applied(Applied applied) {
        String why = applied.type() == null ? "needs a type" : TextRules.text(applied.type(), 64);
        if (why == null) why = TextRules.text(applied.code(), 64);
        return why == null ? AmountRules.amount(applied.amount()) : why;
    }

    private static void tenders(Flaws flaws, List<Tender> tenders) {
        if (tenders.size() > MOST_EXTRAS) flaws.check("must not be more than " + MOST_EXTRAS, "/tenders");
        for (int i = 0; i < tenders.size(); i++) {
            Tender tender = tenders.get(i);
            flaws.check(
                    tender.type() == null ? "is required" : TextRules.text(tender.type(), 64), "/tenders", i, "/type");
            flaws.check(AmountRules.amount(tender.amount()), "/tenders", i, "/amount");
        }
    }

    /** Each part is at most a trillion and there are at most 2,000 lines: the sum stays far inside a long. */
    private static void sum(Flaws flaws, Purchase purchase) {
        if (purchase.lines().isEmpty()) return;
        long sum = purchase.tip() + purchase.rounding() + (purchase.taxIncluded() ? 0 : purchase.taxTotal());
        for (Line line : purchase.lines()) sum += line.amount();
        if (sum != purchase.total()) {
            flaws.add(
                    Code.TOTAL_MISMATCH,
                    "/total",
                    "is " + purchase.total() + ", but lines, tip, rounding and tax come to " + sum);
        }
    }
}
