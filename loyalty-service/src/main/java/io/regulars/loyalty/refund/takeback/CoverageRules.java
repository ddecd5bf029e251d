package io.regulars.loyalty.refund.takeback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which part of a receipt came back. First what names its line, then what names its sku, in line order; never more of a
 * line than was paid for it. It depends on the sum of all that came back, so no split or order of refunds matters.
 */
final class CoverageRules {

    private CoverageRules() {}

    /** Money that came back of each line; of a line that cost nothing 1 when it is named. */
    static long[] covered(List<SoldLine> sold, List<BroughtBack> back) {
        long[] covered = new long[sold.size()];
        boolean whole = sold.stream().allMatch(line -> line.amount() == 0 || line.line() == 0)
                && sold.stream().anyMatch(line -> line.amount() > 0);
        List<BroughtBack> bySku = new ArrayList<>();
        for (BroughtBack each : back) {
            boolean named = each.line() != null && sold.stream().anyMatch(line -> line.line() == each.line());
            if (whole) cover(sold, line -> line.amount() > 0, each.amount(), covered);
            else if (named) cover(sold, line -> line.line() == each.line(), each.amount(), covered);
            else if (each.sku() != null) bySku.add(each);
        }
        for (BroughtBack each : bySku) cover(sold, line -> each.sku().equals(line.sku()), each.amount(), covered);
        return covered;
    }

    private static void cover(List<SoldLine> sold, Predicate<SoldLine> fits, long amount, long[] covered) {
        long left = Math.max(0, amount);
        for (int i = 0; i < covered.length; i++) {
            SoldLine line = sold.get(i);
            if (!fits.test(line)) continue;
            if (line.amount() == 0) covered[i] = 1;
            long part = Math.min(left, Math.max(0, line.amount() - covered[i]));
            covered[i] += part;
            left -= part;
        }
    }

    /** All that was paid for came back. */
    static boolean isAll(List<SoldLine> sold, long[] covered) {
        boolean anythingPaid = false;
        for (int i = 0; i < covered.length; i++) {
            anythingPaid |= sold.get(i).amount() > 0;
            if (covered[i] < sold.get(i).amount()) return false;
        }
        return anythingPaid || java.util.Arrays.stream(covered).allMatch(each -> each > 0);
    }
}
