package io.regulars.local.simulator.goods;

import io.regulars.events.Purchase.Applied;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Line;
import io.regulars.local.simulator.chance.Chance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What one shopper takes to the till. */
public final class Basket {
    private static final double ONE_MORE = 0.55;
    private static final int FULL = 30;

    private Basket() {}

    public static List<Line> filled(Chance chance) {
        List<Line> lines = new ArrayList<>();
        do {
            lines.add(line(lines.size() + 1, chance.popular(Product.CATALOGUE), chance));
        } while (lines.size() < FULL && chance.in(ONE_MORE));
        return lines;
    }

    private static Line line(int number, Product product, Chance chance) {
        BigDecimal quantity = product.weighed()
                ? BigDecimal.valueOf(chance.between(100, 2_500), 3)
                : BigDecimal.valueOf(chance.in(0.8) ? 1 : chance.between(2, 4));
        long full = BigDecimal.valueOf(product.price())
                .multiply(quantity)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long off = chance.in(0.01) ? full : chance.in(0.08) ? full / 10 : 0;
        List<Applied> discounts = off == 0 ? List.of() : List.of(new Applied("promotion", null, off));
        return new Line(
                number,
                Kind.SALE,
                product.sku(),
                product.category(),
                product.brand(),
                null,
                List.of(),
                quantity,
                off == 0 ? null : full,
                discounts,
                0,
                full - off);
    }
}
