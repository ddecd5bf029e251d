package io.regulars.loyalty.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.sqlclient.Row;
import java.util.List;

/** Something that is sold, and the words by which rules may name it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Product(String sku, String name, String category, String brand, String collection, List<String> labels) {

    public Product {
        labels = labels == null ? List.of() : List.copyOf(labels);
    }

    static Product of(Row row) {
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                row.getString("category"),
                row.getString("brand"),
                row.getString("collection"),
                List.of(row.getArrayOfStrings("labels")));
    }
}
