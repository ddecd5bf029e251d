package io.regulars.local.check.history;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A purchase as a small loyalty remembers it, with what came back of it so far. */
final class SmallReceipt {
    boolean late;
    boolean judged;
    boolean voided;
    final UUID id;
    final UUID customer;
    final Said said;
    final boolean once;
    final Purchase purchase;
    final long[] points;
    final long[] returned;

    /** @param once it was heard before programmes had versions */
    SmallReceipt(UUID id, UUID customer, Purchase purchase, Said said, boolean once) {
        this.id = id;
        this.customer = purchase.training() ? null : customer;
        this.said = said;
        this.once = once;
        this.purchase = purchase;
        this.points = new long[purchase.lines().size()];
        this.returned = new long[points.length];
        share();
    }

    /** Point by point to the line that is furthest below its share; the sum of lines is the total here. */
    private void share() {
        long whole = whole();
        for (int i = 0; i < points.length; i++) points[i] = whole * paid(i) / purchase.total();
        boolean[] given = new boolean[points.length];
        for (long left = whole - sum(points); left > 0; left--) {
            int best = -1;
            for (int i = 0; i < points.length; i++) {
                if (!given[i] && (best < 0 || remainder(whole, i) > remainder(whole, best))) best = i;
            }
            given[best] = true;
            points[best]++;
        }
    }

    private long remainder(long whole, int i) {
        return whole * paid(i) % purchase.total();
    }

    private long paid(int i) {
        return purchase.lines().get(i).amount();
    }

    long whole() {
        return purchase.total() / 100;
    }

    Instant occurredAt() {
        return purchase.occurredAt();
    }

    /** The second version gives a stamp for every receipt of an even total. */
    List<Given> awards(int version) {
        List<Given> awards = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (points[i] > 0) awards.add(Given.of(purchase.lines().get(i).line(), points[i]));
        }
        if (version == 2) awards.add(new Given(0, "stamp", "stamps", 2, 1 - purchase.total() % 2));
        return awards;
    }

    /** What this refund takes back beyond those before it. */
    List<Given> takeBack(Refund refund) {
        List<Given> awards = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            long before = points[i] * returned[i] / paid(i);
            for (Refund.Line line : refund.lines()) {
                Purchase.Line bought = purchase.lines().get(i);
                boolean meant = line.line() != null
                        ? line.line().equals(bought.line())
                        : line.sku().equals(bought.sku());
                if (meant) returned[i] = Math.min(paid(i), returned[i] + line.amount());
            }
            long taken = points[i] * returned[i] / paid(i) - before;
            if (taken > 0) awards.add(Given.of(purchase.lines().get(i).line(), -taken));
        }
        return awards;
    }

    /** All that is left. */
    List<Given> takeAll() {
        List<Refund.Line> all = purchase.lines().stream()
                .map(line -> new Refund.Line(line.line(), line.sku(), line.quantity(), line.amount()))
                .toList();
        return takeBack(new Refund(null, null, null, null, null, null, null, null, all, null));
    }

    static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) sum += number;
        return sum;
    }
}
