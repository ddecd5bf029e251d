package io.regulars.loyalty.product;

import io.regulars.loyalty.programme.check.Catalogue;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is sold, as staff and systems say. */
@ApplicationScoped
public class Products {

    // In the order of their names, so that two who put at once wait for each other and not crosswise.
    private static final String PUT = """
            insert into product as known (sku, name, category, brand, collection, labels, changed_by, changed_at)
            select p.sku, p.name, p.category, p.brand, p.collection,
                   array(select jsonb_array_elements_text(p.labels)), $2::text, $3::timestamptz
            from jsonb_to_recordset($1::text::jsonb)
                as p (sku text, name text, category text, brand text, collection text, labels jsonb)
            order by p.sku
            on conflict (sku) do update set
                name = excluded.name, category = excluded.category, brand = excluded.brand,
                collection = excluded.collection, labels = excluded.labels,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            where (known.name, known.category, known.brand, known.collection, known.labels)
                is distinct from (excluded.name, excluded.category, excluded.brand, excluded.collection, excluded.labels)
            returning xmax = 0 as added
            """;
    private static final String REMOVE = """
            delete from product where sku = $1 returning sku, name, category, brand, collection, labels
            """;
    private static final String ANY = "select 1 from product limit 1";
    private static final String WORDS = """
            select 'category' as kind, category as word from product where category is not null group by category
            union all select 'brand', brand from product where brand is not null group by brand
            union all select 'collection', collection from product where collection is not null group by collection
            union all select distinct 'label', label from product, unnest(labels) as label
            """;
    // Those that are there, and the neighbours in the alphabet of those that are not.
    private static final String SKUS = """
            with asked as (select distinct sku from unnest($1::text[]) as sku),
                missing as (select sku from asked where not exists (select from product p where p.sku = asked.sku))
            select sku from asked where not exists (select from missing m where m.sku = asked.sku)
            union
            select near.sku from missing cross join lateral
                (select p.sku from product p where p.sku < missing.sku order by p.sku desc limit 20) near
            union
            select near.sku from missing cross join lateral
                (select p.sku from product p where p.sku > missing.sku order by p.sku limit 20) near
            """;

    /** How many were not there before, and how many are another now. */
    public record Put(int added, int changed) {}

    Put put(Tx tx, List<Product> products, String author, Instant at) {
        String json = new String(Json.bytes(products), StandardCharsets.UTF_8);
        int added = 0;
        int changed = 0;
        for (Row row : tx.rows(PUT, json, author, Column.at(at))) {
            if (row.getBoolean("added")) added++;
            else changed++;
        }
        return new Put(added, changed);
    }

    /** @return what it was, if it was there */
    Optional<Product> remove(Tx tx, String sku) {
        for (Row row : tx.rows(REMOVE, sku)) return Optional.of(Product.of(row));
        return Optional.empty();
    }

    /**
     * What a document may name: every word of the catalogue, and of its SKUs those asked for that are there, with what
     * stands next to those that are not. A kind of word that no product tells is not known.
     */
    public Catalogue catalogue(Tx tx, Collection<String> skus) {
        if (!tx.rows(ANY).iterator().hasNext()) return Catalogue.UNKNOWN;
        Tx.Answer words = tx.ask(WORDS);
        Tx.Answer known = tx.ask(SKUS, (Object) skus.toArray(String[]::new));
        Set<String> categories = new TreeSet<>();
        Set<String> brands = new TreeSet<>();
        Set<String> collections = new TreeSet<>();
        Set<String> labels = new TreeSet<>();
        for (Row row : words.rows()) {
            Set<String> of = switch (row.getString("kind")) {
                case "category" -> categories;
                case "brand" -> brands;
                case "collection" -> collections;
                default -> labels;
            };
            of.add(row.getString("word"));
        }
        Set<String> sold = new TreeSet<>();
        for (Row row : known.rows()) sold.add(row.getString("sku"));
        return new Catalogue(sold, told(categories), told(brands), told(collections), told(labels), null);
    }

    private static Set<String> told(Set<String> words) {
        return words.isEmpty() ? null : words;
    }
}
