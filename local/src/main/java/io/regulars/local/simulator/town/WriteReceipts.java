package io.regulars.local.simulator.town;

import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Line;
import io.regulars.events.Purchase.Tender;
import io.regulars.events.Refund;
import io.regulars.events.Refund.Original;
import io.regulars.local.simulator.chance.Chance;
import io.regulars.local.simulator.goods.Basket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes what comes out of the tills. */
final class WriteReceipts {
    private final TownOptions options;
    private final Chance chance;

    WriteReceipts(TownOptions options, Chance chance) {
        this.options = options;
        this.chance = chance;
    }

    Purchase purchase(Instant at, Till till, CustomerRef customer) {
        return purchase(till.store().id(), till, at, customer);
    }

    /** A receipt that names a store its till does not belong to. */
    Purchase misplaced(Instant at, Till till, CustomerRef customer) {
        return purchase("S-999", till, at, customer);
    }

    private Purchase purchase(String store, Till till, Instant at, CustomerRef customer) {
        List<Line> lines = Basket.filled(chance);
        long goods = lines.stream().mapToLong(Line::amount).sum();
        long tip = chance.in(0.04) ? goods / 10 : 0;
        long rounding = goods > 2 && chance.in(0.03) ? chance.between(-2, 2) : 0;
        boolean taxOnTop = chance.in(0.05);
        long tax = goods * 8 / 100;
        long total = goods + tip + rounding + (taxOnTop ? tax : 0);
        return new Purchase(
                store,
                till.terminal(),
                till.nextReceipt(options.run()),
                options.day(),
                at,
                "store",
                options.currency(),
                total,
                !taxOnTop,
                tax,
                tip,
                rounding,
                chance.in(0.002),
                customer,
                lines,
                List.of(),
                List.of(new Tender(chance.in(0.7) ? "card" : "cash", total)));
    }

    /** The same receipt as a till would write it that lost its memory. */
    static Purchase contradicted(Purchase first) {
        List<Line> lines = new ArrayList<>(first.lines());
        Line last = lines.remove(lines.size() - 1);
        lines.add(new Line(
                last.line(),
                last.kind(),
                last.sku(),
                last.category(),
                last.brand(),
                null,
                last.labels(),
                last.quantity(),
                null,
                List.of(),
                0,
                last.amount() + 100));
        return new Purchase(
                first.store(),
                first.terminal(),
                first.receipt(),
                first.businessDate(),
                first.occurredAt(),
                first.channel(),
                first.currency(),
                first.total() + 100,
                first.taxIncluded(),
                first.taxTotal(),
                first.tip(),
                first.rounding(),
                first.training(),
                first.customer(),
                lines,
                List.of(),
                first.tenders());
    }

    /** Some or all of a purchase comes back; {@code original} and {@code customer} may be null, not both. */
    Refund refund(Instant at, Till till, Purchase purchase, Original original, CustomerRef customer) {
        return new Refund(
                till.store().id(),
                till.terminal(),
                till.nextReceipt(options.run()),
                options.day(),
                at,
                options.currency(),
                original,
                customer,
                returned(purchase),
                chance.in(0.5) ? "not as expected" : null);
    }

    Original originalOf(Purchase purchase) {
        if (chance.in(0.5)) return new Original(ReceiptIds.of(purchase), null, null, null, null);
        return new Original(null, purchase.store(), purchase.terminal(), purchase.receipt(), purchase.businessDate());
    }

    private List<Refund.Line> returned(Purchase purchase) {
        if (chance.in(0.4)) return purchase.lines().stream().map(this::whole).toList();
        Line line = chance.oneOf(purchase.lines());
        boolean several = line.quantity().scale() <= 0 && line.quantity().intValue() > 1;
        return List.of(several ? onePieceOf(line) : whole(line));
    }

    private Refund.Line whole(Line line) {
        return new Refund.Line(chance.in(0.7) ? line.line() : null, line.sku(), line.quantity(), line.amount());
    }

    private static Refund.Line onePieceOf(Line line) {
        return new Refund.Line(
                line.line(),
                line.sku(),
                BigDecimal.ONE,
                line.amount() / line.quantity().intValue());
    }
}
