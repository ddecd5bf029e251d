package io.regulars.local.replay;

import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Tender;
import io.regulars.events.Refund;
import io.regulars.local.simulator.town.Shopper;
import io.regulars.local.simulator.town.Slip;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One invoice of the data set: its lines in the order of the file, duplicates included, for they are real. */
record Invoice(String number, Instant at, String customer, List<Item> items) {

    static final String STORE = "S-001";
    static final String CURRENCY = "GBP";

    /** One line; {@code pennies} is quantity times price, half up, and negative where goods came back. */
    record Item(String sku, String quantity, BigDecimal value) {
        long pennies() {
            return value.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
    }

    enum Sort {
        PURCHASE,
        REFUND,
        /** Goods that went missing: no shopper, no receipt. */
        WRITE_OFF,
        BAD_DEBT,
        /** A return by nobody we know, of a purchase nobody named: there is nobody to take points from. */
        GUEST_REFUND
    }

    Sort sort() {
        if (number.startsWith("A")) return Sort.BAD_DEBT;
        if (number.startsWith("C")) return customer == null ? Sort.GUEST_REFUND : Sort.REFUND;
        return items.stream().anyMatch(item -> item.quantity().startsWith("-")) ? Sort.WRITE_OFF : Sort.PURCHASE;
    }

    /** What was paid, or given back where negative, in pennies, each line rounded by itself. */
    long pennies() {
        return items.stream().mapToLong(Item::pennies).sum();
    }

    /** The same, not rounded. */
    BigDecimal value() {
        return items.stream().map(Item::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Shopper shopper() {
        return customer == null
                ? null
                : new Shopper(customer, CustomerRef.card(customer), CustomerRef.card(customer), true, 0);
    }

    Slip slip() {
        return sort() == Sort.REFUND
                ? new Slip(shopper(), null, refund(), null)
                : new Slip(shopper(), purchase(), null, null);
    }

    private Purchase purchase() {
        List<Purchase.Line> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(new Purchase.Line(
                    lines.size() + 1,
                    Kind.SALE,
                    item.sku(),
                    null,
                    null,
                    null,
                    List.of(),
                    new BigDecimal(item.quantity()),
                    null,
                    List.of(),
                    0,
                    item.pennies()));
        }
        return new Purchase(
                STORE,
                "WEB",
                number,
                Rows.day(at),
                at,
                "web",
                CURRENCY,
                pennies(),
                true,
                0,
                0,
                0,
                false,
                customer == null ? null : CustomerRef.card(customer),
                lines,
                List.of(),
                List.of(new Tender("card", pennies())));
    }

    private Refund refund() {
        List<Refund.Line> lines = items.stream()
                .map(item -> new Refund.Line(null, item.sku(), new BigDecimal(item.quantity()).abs(), -item.pennies()))
                .toList();
        return new Refund(
                STORE, "WEB", number, Rows.day(at), at, CURRENCY, null, CustomerRef.card(customer), lines, null);
    }
}
