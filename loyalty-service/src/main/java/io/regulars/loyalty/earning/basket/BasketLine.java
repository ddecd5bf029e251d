package io.regulars.loyalty.earning.basket;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.programme.document.rule.Gives.Price;
import io.regulars.loyalty.programme.document.rule.Gives.Tax;
import io.regulars.loyalty.programme.rule.LineMatch;
import java.math.BigDecimal;
import java.util.List;

/**
 * A line as rules see it, in minor units.
 *
 * @param listAmount before discounts, tax as in {@code amount}
 * @param amount paid after discounts, as posted
 * @param tax the tax of {@code amount}
 * @param taxIncluded the tax is a part of {@code amount}
 */
public record BasketLine(
        int number,
        Kind kind,
        String sku,
        String category,
        String brand,
        String collection,
        List<String> labels,
        BigDecimal quantity,
        long listAmount,
        long tax,
        long amount,
        boolean taxIncluded)
        implements LineMatch.Article {

    static BasketLine of(Purchase.Line line, boolean taxIncluded) {
        long amount = line.amount() == null ? 0 : line.amount();
        return new BasketLine(
                line.line(),
                line.kind(),
                line.sku(),
                line.category(),
                line.brand(),
                line.collection(),
                line.labels(),
                line.quantity(),
                line.listAmount() == null ? amount : line.listAmount(),
                line.tax(),
                amount,
                taxIncluded);
    }

    /** What the line counts for. Before discounts, its tax is in proportion to what it was on the amount paid. */
    public Fraction worth(Price price, Tax tax) {
        long with = taxIncluded ? amount : amount + this.tax;
        long without = taxIncluded ? amount - this.tax : amount;
        Fraction paid = Fraction.of(tax == Tax.INCLUDED ? with : without, 1);
        if (price == Price.PAID) return paid;
        Fraction list = Fraction.of(listAmount, 1);
        return amount == 0 ? list : list.times(paid).dividedBy(Fraction.of(amount));
    }

    /** It was bought, not brought back. */
    public boolean isBought() {
        return kind != Kind.RETURN;
    }
}
