package io.regulars.crm.customer;

import io.regulars.crm.customer.Identifier.Type;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.events.Types;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who a customer is: since when, known by what, and when last seen. */
@Path("/v1/customers/{id}")
public class CustomerView {

    private static final String PURCHASE = Types.nameOf(PurchaseRecorded.class);
    private static final String VOID = Types.nameOf(PurchaseVoided.class);
    private static final String[] CAME = {
        PURCHASE, Types.nameOf(PurchaseRefunded.class), Types.nameOf(TouchpointRecorded.class)
    };
    private static final String CUSTOMER = """
            select least(c.since, t.first_at) as since, t.purchases, t.last_at
            from customer c, lateral (
                select array(select detail ->> 'purchaseId' from timeline
                             where subject = c.customer_id and type = $4) as voided) v, lateral (
                select min(occurred_at) filter (where type = any($3::text[])) as first_at,
                       max(occurred_at) filter (where type = any($3::text[])) as last_at,
                       count(*) filter (where type = $2 and detail ->> 'training' is null
                                            and detail ->> 'purchaseId' <> all (v.voided)) as purchases
                from timeline where subject = c.customer_id) t
            where c.customer_id = $1
            """;
    private static final String IDENTIFIERS = """
            select type, value, ref, first_seen, last_seen from identifier where customer_id = $1
            order by first_seen, type, value
            """;

    private final Database database;
    private final CustomerNames names;
    private final Freshness freshness;

    CustomerView(Database database, CustomerNames names, Freshness freshness) {
        this.database = database;
        this.names = names;
        this.freshness = freshness;
    }

    public record Customer(
            UUID customerId,
            Instant since,
            List<KnownBy> identifiers,
            long purchases,
            Instant lastSeenAt,
            Map<String, Instant> asOf) {}

    /** {@code shown} is masked; {@code ref} is what facts call the identifier. */
    public record KnownBy(String type, UUID ref, LocalDate firstSeen, LocalDate lastSeen, String shown) {}

    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Customer customer(@PathParam("id") String id) {
        return database.inTransaction(tx -> customer(tx, names.idOf(tx, id)));
    }

    private Customer customer(Tx tx, UUID id) {
        Tx.Answer identifiers = tx.ask(IDENTIFIERS, id);
        for (Row row : tx.rows(CUSTOMER, id, PURCHASE, CAME, VOID)) {
            OffsetDateTime lastSeen = row.getOffsetDateTime("last_at");
            return new Customer(
                    id,
                    row.getOffsetDateTime("since").toInstant(),
                    knownBy(identifiers),
                    row.getLong("purchases"),
                    lastSeen == null ? null : lastSeen.toInstant(),
                    freshness.asOf());
        }
        throw CustomerNames.unknown();
    }

    private static List<KnownBy> knownBy(Tx.Answer identifiers) {
        List<KnownBy> knownBy = new ArrayList<>();
        for (Row row : identifiers.rows()) {
            String type = row.getString("type");
            knownBy.add(new KnownBy(
                    type,
                    row.getUUID("ref"),
                    row.getLocalDate("first_seen"),
                    row.getLocalDate("last_seen"),
                    IdentifierRules.masked(Type.named(type), row.getString("value"))));
        }
        return knownBy;
    }
}
