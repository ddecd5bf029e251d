package io.regulars.crm.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.crm.profile.Birthday;
import io.regulars.crm.profile.Profile;
import io.regulars.crm.profile.Profiles;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.events.Types;
import io.regulars.platform.access.Caller;
import io.regulars.platform.access.CurrentCaller;
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
            select type, value, ref, source, first_seen, last_seen, verified_at from identifier where customer_id = $1
            order by first_seen, type, value
            """;

    private final Database database;
    private final CustomerNames names;
    private final Profiles profiles;
    private final CurrentCaller caller;
    private final Freshness freshness;

    CustomerView(Database database, CustomerNames names, Profiles profiles, CurrentCaller caller, Freshness freshness) {
        this.database = database;
        this.names = names;
        this.profiles = profiles;
        this.caller = caller;
        this.freshness = freshness;
    }

    /** Tills are not told {@code birthday} and {@code attributes}. */
    public record Customer(
            UUID customerId,
            Instant since,
            List<KnownBy> identifiers,
            long purchases,
            Instant lastSeenAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Birthday birthday,
            @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, String> attributes,
            Map<String, Instant> asOf) {}

    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Customer customer(@PathParam("id") String id) {
        return database.inTransaction(tx -> customer(tx, names.idOf(tx, id)));
    }

    private Customer customer(Tx tx, UUID id) {
        Tx.Answer identifiers = tx.ask(IDENTIFIERS, id);
        Profile profile = profile(tx, id);
        for (Row row : tx.rows(CUSTOMER, id, PURCHASE, CAME, VOID)) {
            OffsetDateTime lastSeen = row.getOffsetDateTime("last_at");
            return new Customer(
                    id,
                    row.getOffsetDateTime("since").toInstant(),
                    knownBy(identifiers),
                    row.getLong("purchases"),
                    lastSeen == null ? null : lastSeen.toInstant(),
                    profile == null ? null : Birthday.of(profile.birthday()),
                    profile == null ? null : profile.attributes(),
                    freshness.asOf());
        }
        throw CustomerNames.unknown();
    }

    private static List<KnownBy> knownBy(Tx.Answer identifiers) {
        List<KnownBy> knownBy = new ArrayList<>();
        for (Row row : identifiers.rows()) knownBy.add(KnownBy.of(row));
        return knownBy;
    }

    /** What is known of the person is not the till's business. */
    private Profile profile(Tx tx, UUID id) {
        return caller.get().kind() == Caller.Kind.TILL ? null : profiles.of(tx, id);
    }
}
