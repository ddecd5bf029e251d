package io.regulars.crm.customer;

import io.regulars.platform.database.Database;
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
            select (select value from identifier i
                    where i.customer_id = c.customer_id and type = 'email'
                    order by last_seen desc, first_seen desc, value limit 1) as email
            from customer c where customer_id = $1
            """;

    private final Database database;

    AddressView(Database database) {
        this.database = database;
    }

    /** {@code email} is null when none is known. */
    public record Address(String email) {}

    @GET
    @RolesAllowed({"gateway", "engagement"})
    public Address address(@PathParam("id") UUID id) {
        for (Row row : database.inTransaction(tx -> tx.rows(EMAIL, id))) return new Address(row.getString(0));
        throw CustomerNames.unknown();
    }
}
