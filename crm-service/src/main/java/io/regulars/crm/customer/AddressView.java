package io.regulars.crm.customer;

import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Where a customer can be written to, asked at the moment of sending: the address she showed last. */
@Path("/internal/customers/{id}/address")
public class AddressView {

    private static final String EMAIL = """
            select (select value from identifier
                    where customer_id = any($1::uuid[]) and type = 'email'
                    order by last_seen desc, first_seen desc, value limit 1) as email
            """;

    private final Database database;
    private final Trees trees;

    AddressView(Database database, Trees trees) {
        this.database = database;
        this.trees = trees;
    }

    /** {@code email} is null when none is known. */
    public record Address(String email) {}

    @GET
    @RolesAllowed({"gateway", "engagement"})
    public Address address(@PathParam("id") UUID id) {
        return database.inTransaction(tx -> address(tx, trees.of(tx, id)));
    }

    private static Address address(Tx tx, Tree tree) {
        if (!tree.known()) throw CustomerNames.unknown();
        Row row = tx.rows(EMAIL, (Object) tree.sidesArray()).iterator().next();
        return new Address(row.getString(0));
    }
}
