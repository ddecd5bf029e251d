package io.regulars.loyalty.earning.basket;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Applied;
import io.regulars.events.Purchase.Tender;
import java.util.List;

/**
 * What a receipt says, as rules see it, in minor units.
 *
 * @param total what was paid in all, tip and rounding included
 * @param tax of all of it
 * @param money the currency, null for the programme's own
 */
public record Basket(
        String money, long total, long tax, List<BasketLine> lines, List<Tender> tenders, List<String> codes) {

    public Basket {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        codes = List.copyOf(codes);
    }

    public static Basket of(Purchase purchase) {
        return new Basket(
                purchase.currency(),
                purchase.total() == null ? 0 : purchase.total(),
                purchase.taxTotal(),
                purchase.lines().stream()
                        .map(line -> BasketLine.of(line, purchase.taxIncluded()))
                        .toList(),
                purchase.tenders(),
                purchase.applied().stream()
                        .map(Applied::code)
                        .filter(code -> code != null)
                        .toList());
    }
}
