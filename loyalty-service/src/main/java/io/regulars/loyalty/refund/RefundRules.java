package io.regulars.loyalty.refund;

import io.regulars.events.MembershipEvent.Award;
import io.regulars.loyalty.earning.EarningRules;
import io.regulars.loyalty.earning.ShareRules;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.PurchaseLine;
import io.regulars.loyalty.receipt.RefundLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a refund takes back. Everything rests on the sum of what was refunded so far, so any split and any order of
 * partial refunds ends the same, exact to the point, and never above what the purchase earned.
 */
public final class RefundRules {

    private RefundRules() {}

    /** Takes back, line by line, what this refund adds to the ones before it. */
    public static List<Award> awards(
            KeptPurchase original, List<KeptRefund> before, KeptRefund refund, Programme programme) {
        List<RefundLine> refunded = new ArrayList<>();
        for (KeptRefund each : before) refunded.addAll(each.lines());
        long[] takenBefore = taken(original.lines(), refunded);
        refunded.addAll(refund.lines());
        long[] takenAfter = taken(original.lines(), refunded);
        List<Award> awards = new ArrayList<>();
        for (int i = 0; i < takenAfter.length; i++) {
            long points = takenAfter[i] - takenBefore[i];
            if (points > 0) awards.add(new Award(original.lines().get(i).line(), programme.rule(), -points));
        }
        return awards;
    }

    /** Without an original: takes back what the same money earns today. */
    public static List<Award> awardsWithoutOriginal(KeptRefund refund, Programme programme) {
        List<RefundLine> lines = refund.lines();
        long[] paid =
                lines.stream().mapToLong(line -> Math.max(0, line.amount())).toArray();
        long[] points = ShareRules.spread(EarningRules.pointsOf(refund.total(), programme), paid);
        List<Award> awards = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            Integer number = lines.get(i).line();
            if (points[i] > 0) awards.add(new Award(number == null ? i + 1 : number, programme.rule(), -points[i]));
        }
        return awards;
    }

    /** Points taken per line once all of this was refunded. */
    static long[] taken(List<PurchaseLine> lines, List<RefundLine> refunded) {
        long[] covered = covered(lines, refunded);
        for (int i = 0; i < covered.length; i++) {
            PurchaseLine line = lines.get(i);
            if (covered[i] > 0) covered[i] = ShareRules.floor(line.points(), covered[i], line.amount());
        }
        return covered;
    }

    /** The refunded part of each line: first what names it by number, then what names its sku, in line order. */
    private static long[] covered(List<PurchaseLine> lines, List<RefundLine> refunded) {
        boolean whole = isOneWhole(lines);
        Set<Integer> numbers = new HashSet<>();
        for (PurchaseLine line : lines) numbers.add(line.line());
        Map<Integer, Long> byNumber = new LinkedHashMap<>();
        Map<String, Long> bySku = new LinkedHashMap<>();
        for (RefundLine line : refunded) {
            if (line.amount() <= 0) continue;
            if (whole) {
                byNumber.merge(EarningRules.WHOLE_RECEIPT, line.amount(), Math::addExact);
            } else if (line.line() != null && numbers.contains(line.line())) {
                byNumber.merge(line.line(), line.amount(), Math::addExact);
            } else if (line.sku() != null) {
                bySku.merge(line.sku(), line.amount(), Math::addExact);
            }
        }
        long[] covered = new long[lines.size()];
        byNumber.forEach((number, amount) -> cover(lines, line -> line.line() == number, amount, covered));
        bySku.forEach((sku, amount) -> cover(lines, line -> sku.equals(line.sku()), amount, covered));
        return covered;
    }

    /** Nothing was paid for by line, so all that comes back counts against the receipt. */
    private static boolean isOneWhole(List<PurchaseLine> lines) {
        return lines.stream().allMatch(line -> line.amount() == 0 || line.line() == EarningRules.WHOLE_RECEIPT);
    }

    private static void cover(List<PurchaseLine> lines, Predicate<PurchaseLine> matches, long amount, long[] covered) {
        long left = amount;
        for (int i = 0; i < covered.length && left > 0; i++) {
            if (!matches.test(lines.get(i))) continue;
            long part = Math.min(left, lines.get(i).amount() - covered[i]);
            covered[i] += part;
            left -= part;
        }
    }
}
