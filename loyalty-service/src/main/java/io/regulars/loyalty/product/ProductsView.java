package io.regulars.loyalty.product;

import io.regulars.loyalty.points.NumberCursor;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What is sold, by article number. */
@Path("/v1/products")
public class ProductsView {

    private static final String PAGE = """
            select sku, name, category, brand, collection, labels from product
            where ($1::text is null or category = $1) and sku > $2
            order by sku limit $3
            """;

    private final Database database;

    ProductsView(Database database) {
        this.database = database;
    }

    /** @param next the cursor of the page after this one, or null */
    public record Page(List<Product> data, String next) {}

    @GET
    @RolesAllowed("gateway")
    public Page list(
            @QueryParam("category") String category,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor) {
        NumberCursor.checkLimit(limit);
        String after = cursor == null ? "" : sku(cursor);
        List<Product> found = new ArrayList<>();
        database.read(tx -> tx.rows(PAGE, category, after, limit + 1)).forEach(row -> found.add(Product.of(row)));
        List<Product> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown, found.size() > limit ? cursor(shown.get(limit - 1).sku()) : null);
    }

    private static String cursor(String sku) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sku.getBytes(StandardCharsets.UTF_8));
    }

    private static String sku(String cursor) {
        try {
            String sku = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (sku.indexOf('\0') < 0) return sku;
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.invalid("/cursor", "This is not a cursor we gave.");
        }
        throw Refusal.invalid("/cursor", "This is not a cursor we gave.");
    }
}
