package io.regulars.loyalty.model;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.loyalty.programme.document.RefundPolicy.TakenFrom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of what a purchase earned goes back with these goods, all of them since it was bought. */
final class PlainRefund {

    private final Purchase purchase;
    private final Map<Integer, Long> paid = new LinkedHashMap<>();
    private final Map<Integer, Long> back = new TreeMap<>();
    private final List<Integer> freeOnesBack = new ArrayList<>();

    private PlainRefund(Purchase purchase) {
        this.purchase = purchase;
        for (Purchase.Line line : purchase.lines()) paid.put(line.line(), Math.max(0, line.amount()));
        if (paidInAll() == 0 && purchase.total() > 0) paid.put(0, purchase.total());
    }

    private long paidInAll() {
        return paid.values().stream().mapToLong(Long::longValue).sum();
    }

    /** First what names its line, then what names a sku: the lines of that sku one after the other. */
    static PlainRefund of(Purchase purchase, List<Refund> refunds) {
        PlainRefund all = new PlainRefund(purchase);
        for (boolean named : new boolean[] {true, false}) {
            for (Refund each : refunds) {
                for (Refund.Line goods : each.lines()) if (all.names(goods) == named) all.bring(goods);
            }
        }
        return all;
    }

    private boolean names(Refund.Line goods) {
        return goods.line() != null && paid.containsKey(goods.line());
    }

    private void bring(Refund.Line goods) {
        long left = goods.amount();
        for (int line : linesOf(goods)) {
            long room = paid.get(line) - back.getOrDefault(line, 0L);
            long part = Math.min(room, left);
            back.merge(line, part, Long::sum);
            left -= part;
            if (paid.get(line) == 0) freeOnesBack.add(line);
        }
    }

    private List<Integer> linesOf(Refund.Line goods) {
        if (paid.containsKey(0)) return List.of(0);
        if (names(goods)) return List.of(goods.line());
        return purchase.lines().stream()
                .filter(line -> line.sku() != null && line.sku().equals(goods.sku()))
                .map(Purchase.Line::line)
                .toList();
    }

    Map<String, Long> due(List<PlainAward> awards, TakenFrom from) {
        Map<String, Long> due = new TreeMap<>();
        for (String wallet : awards.stream().map(PlainAward::wallet).distinct().toList()) {
            Map<Integer, Long> earned = new TreeMap<>();
            for (PlainAward award : awards) {
                boolean lies = from == TakenFrom.LINE && paid.containsKey(award.line());
                if (award.wallet().equals(wallet)) earned.merge(lies ? award.line() : -1, award.actual(), Long::sum);
            }
            long points = 0;
            for (int line : earned.keySet())
                points += Ratio.of(earned.get(line)).times(shareOf(line)).floor();
            due.put(wallet, points);
        }
        return due;
    }

    private Ratio shareOf(int line) {
        long all = paidInAll();
        long backInAll = back.values().stream().mapToLong(Long::longValue).sum();
        boolean allFree = !paid.isEmpty() && freeOnesBack.containsAll(paid.keySet());
        Ratio receipt = all > 0 ? Ratio.of(backInAll, all) : allFree ? Ratio.ONE : Ratio.ZERO;
        if (line == -1 || receipt.equals(Ratio.ONE)) return receipt;
        if (paid.get(line) == 0) return freeOnesBack.contains(line) ? Ratio.ONE : Ratio.ZERO;
        return Ratio.of(back.getOrDefault(line, 0L), paid.get(line));
    }
}
