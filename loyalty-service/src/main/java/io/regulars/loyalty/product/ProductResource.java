package io.regulars.loyalty.product;

import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Where what is sold is told. It changes nothing that was earned, or will be; it says which names exist. */
@Path("/v1/products")
public class ProductResource {

    private final Products products;
    private final Database database;
    private final CurrentCaller caller;
    private final Clock clock;

    ProductResource(Products products, Database database, CurrentCaller caller, Clock clock) {
        this.products = products;
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param unchanged were there just so */
    public record Answer(int added, int changed, int unchanged) {}

    /** All of them or none: said again, it changes nothing. */
    @PUT
    @RolesAllowed("gateway")
    public Answer put(List<Product> told) {
        String author = caller.get().credential();
        Products.Put put = database.inTransaction(tx -> products.put(tx, told, author, clock.now()));
        return new Answer(put.added(), put.changed(), told.size() - put.added() - put.changed());
    }

    /** An article's number may hold slashes. */
    @DELETE
    @Path("/{sku: .+}")
    @RolesAllowed("gateway")
    public Product remove(@PathParam("sku") String sku) {
        return database.inTransaction(tx -> products.remove(tx, sku))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no such product."));
    }
}
