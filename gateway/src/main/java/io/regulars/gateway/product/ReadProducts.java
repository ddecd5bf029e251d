package io.regulars.gateway.product;

import io.regulars.gateway.reading.Items;
import io.regulars.gateway.reading.Items.Item;
import io.regulars.gateway.reading.StrictJson;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a list of products strictly. One that is not right keeps all of them out, each with its place. */
final class ReadProducts {

    static final int MOST = 1_000;

    private static final int MOST_LABELS = 100;

    private final byte[] body;
    private final Flaws flaws = new Flaws();
    private final Set<String> named = new HashSet<>();

    private ReadProducts(byte[] body) {
        this.body = body;
    }

    /** @param lines one a line, else one JSON array */
    static List<Product> of(byte[] body, boolean lines) {
        List<Item> items = lines ? Items.ofLines(body, MOST) : Items.ofArray(body, MOST);
        if (items.size() > MOST) throw Refusal.of(Code.TOO_LARGE, "These may be at most " + MOST + " products.");
        ReadProducts reading = new ReadProducts(body);
        List<Product> products = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) products.add(reading.one(items.get(i), "/" + i));
        if (!reading.flaws.none()) throw Refusal.of(reading.flaws.problem());
        return products;
    }

    private Product one(Item item, String at) {
        Flaws its = new Flaws();
        Product product = null;
        try {
            product = StrictJson.read(body, item.from(), item.length(), Product.class, its, false);
            if (product != null && its.none()) check(its, product);
        } catch (Refusal malformed) {
            its.check(malformed.problem().detail(), "");
        }
        flaws.of(at, its);
        return product;
    }

    private void check(Flaws its, Product product) {
        its.check(product.sku() == null ? "is required" : TextRules.optionalSku(product.sku()), "/sku");
        if (product.sku() != null && !named.add(product.sku())) its.check("is the one of another product here", "/sku");
        its.check(TextRules.text(product.name(), 200), "/name");
        its.check(TextRules.text(product.category(), 128), "/category");
        its.check(TextRules.text(product.brand(), 128), "/brand");
        its.check(TextRules.text(product.collection(), 128), "/collection");
        if (product.labels() == null) return;
        its.check(product.labels().size() > MOST_LABELS ? "must not be more than " + MOST_LABELS : null, "/labels");
        for (String label : product.labels()) its.check(TextRules.text(label, 64), "/labels");
    }
}
