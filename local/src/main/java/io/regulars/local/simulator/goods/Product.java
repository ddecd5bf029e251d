package io.regulars.local.simulator.goods;

import io.regulars.local.simulator.chance.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Something the stores of the town sell; {@code price} in minor units for one piece, or for one kilogram. */
record Product(String sku, String category, String brand, long price, boolean weighed) {
    private static final int EACH = 12;

    /** The best sellers stand in front. */
    static final List<Product> CATALOGUE = catalogue();

    private record Shelf(String category, List<String> brands, int least, int most, boolean weighed) {}

    private static List<Product> catalogue() {
        List<Shelf> shelves = List.of(
                new Shelf("coffee", List.of("house", "Northway"), 250, 650, false),
                new Shelf("bakery", List.of("house"), 90, 780, false),
                new Shelf("produce", List.of("Greenfield", "house"), 149, 999, true),
                new Shelf("dairy", List.of("Greenfield", "Alma"), 99, 1_250, false),
                new Shelf("beans", List.of("Northway", "Kaveh"), 899, 2_499, false),
                new Shelf("household", List.of("Brite", "house"), 199, 3_999, false),
                new Shelf("books", List.of("Quay Press"), 799, 4_500, false),
                new Shelf("apparel", List.of("Linden", "Oro"), 1_500, 18_900, false));
        Chance chance = new Chance(7);
        List<Product> products = new ArrayList<>();
        for (int number = 1; number <= EACH; number++) {
            for (Shelf shelf : shelves) products.add(product(shelf, number, chance));
        }
        return List.copyOf(products);
    }

    private static Product product(Shelf shelf, int number, Chance chance) {
        String sku = "%s-%02d".formatted(shelf.category().substring(0, 3).toUpperCase(Locale.ROOT), number);
        return new Product(
                sku,
                shelf.category(),
                chance.oneOf(shelf.brands()),
                chance.between(shelf.least(), shelf.most()),
                shelf.weighed());
    }
}
