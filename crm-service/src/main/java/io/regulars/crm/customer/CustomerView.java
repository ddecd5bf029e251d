package io.regulars.crm.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.crm.profile.Birthday;
import io.regulars.crm.profile.Profile;
import io.regulars.crm.profile.Profiles;
import io.regulars.crm.profile.SurvivorshipRules;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Who a customer is: since when, known by what, and when last seen. */
@Path("/v1/customers/{id}")
public class CustomerView {

    private static final String PURCHASE = Types.nameOf(PurchaseRecorded.class);
    private static final String VOID = Types.nameOf(PurchaseVoided.class);
    private static final String[] CAME = {
        PURCHASE, Types.nameOf(PurchaseRefunded.class), Types.nameOf(TouchpointRecorded.class)
    };
    private static final String CUSTOMER = """
            with line as (
                select occurred_at, type, detail from timeline
                where subject = any($1::uuid[])
                  and ($6::uuid[] is null or timeline_side(subject, detail) = any($6::uuid[]))),
            undone as (select array(select detail ->> 'purchaseId' from line where type = $4) as purchases)
            select least((select min(since) from customer where customer_id = any($5::uuid[])),
                         min(occurred_at) filter (where type = any($3::text[]))) as since,
                   max(occurred_at) filter (where type = any($3::text[])) as last_at,
                   count(*) filter (where type = $2 and detail ->> 'training' is null
                                        and detail ->> 'purchaseId' <> all (undone.purchases)) as purchases
            from undone left join line on true
            """;

    private final Database database;
    private final CustomerNames names;
    private final Trees trees;
    private final KnownIdentifiers identifiers;
    private final Profiles profiles;
    private final CurrentCaller caller;
    private final Freshness freshness;

    CustomerView(
            Database database,
            CustomerNames names,
            Trees trees,
            KnownIdentifiers identifiers,
            Profiles profiles,
            CurrentCaller caller,
            Freshness freshness) {
        this.database = database;
        this.names = names;
        this.trees = trees;
        this.identifiers = identifiers;
        this.profiles = profiles;
        this.caller = caller;
        this.freshness = freshness;
    }

    /**
     * Tills are not told {@code birthday} and {@code attributes}. {@code aliases}: other ids of hers, by merges; each of
     * them finds her too.
     */
    public record Customer(
            UUID customerId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> aliases,
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
        return database.inTransaction(tx -> customer(tx, trees.of(tx, names.idOf(tx, id))));
    }

    private Customer customer(Tx tx, Tree tree) {
        if (!tree.known()) throw CustomerNames.unknown();
        Supplier<List<KnownBy>> knownBy = identifiers.ask(tx, tree);
        Profile profile = profile(tx, tree);
        Object[] whose = {tree.subjects(), PURCHASE, CAME, VOID, tree.sidesArray(), tree.onlySides()};
        Row row = tx.rows(CUSTOMER, whose).iterator().next();
        OffsetDateTime lastSeen = row.getOffsetDateTime("last_at");
        return new Customer(
                tree.root(),
                tree.aliases(),
                row.getOffsetDateTime("since").toInstant(),
                knownBy.get(),
                row.getLong("purchases"),
                lastSeen == null ? null : lastSeen.toInstant(),
                profile == null ? null : Birthday.of(profile.birthday()),
                profile == null ? null : profile.attributes(),
                freshness.asOf());
    }

    /** What is known of the person is not the till's business. */
    private Profile profile(Tx tx, Tree tree) {
        if (caller.get().kind() == Caller.Kind.TILL) return null;
        return SurvivorshipRules.of(profiles.of(tx, tree.sides())).profile();
    }
}
