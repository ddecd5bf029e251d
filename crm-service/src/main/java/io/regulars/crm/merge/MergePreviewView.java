package io.regulars.crm.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.customer.KnownBy;
import io.regulars.crm.customer.KnownIdentifiers;
import io.regulars.crm.customer.Tree;
import io.regulars.crm.customer.Trees;
import io.regulars.crm.merge.MergeResource.Merging;
import io.regulars.crm.profile.Birthday;
import io.regulars.crm.profile.Profiles;
import io.regulars.crm.profile.SurvivorshipRules;
import io.regulars.crm.profile.SurvivorshipRules.Origin;
import io.regulars.crm.profile.SurvivorshipRules.Shown;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.view.Freshness;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Supplier;

/** What two customers would be as one. Nothing is written, and nothing is promised: what happens meanwhile counts. */
@Path("/v1/customers/{id}/merge/preview")
public class MergePreviewView {

    private static final String SIDE = """
            select (select min(since) from customer where customer_id = any($2::uuid[])) as since, count(*) as lines
            from timeline
            where subject = any($1::uuid[])
              and ($3::uuid[] is null or timeline_side(subject, detail) = any($3::uuid[]))
            """;

    private final Database database;
    private final CustomerNames names;
    private final Trees trees;
    private final KnownIdentifiers identifiers;
    private final Profiles profiles;
    private final Freshness freshness;

    MergePreviewView(
            Database database,
            CustomerNames names,
            Trees trees,
            KnownIdentifiers identifiers,
            Profiles profiles,
            Freshness freshness) {
        this.database = database;
        this.names = names;
        this.trees = trees;
        this.identifiers = identifiers;
        this.profiles = profiles;
        this.freshness = freshness;
    }

    /** {@code timelineLines} are the survivor's and the other's together, with nothing lost and nothing twice. */
    public record Preview(
            Side survivor, Side merged, Together profile, long timelineLines, Map<String, Instant> asOf) {}

    /** One of the two as she is now; {@code aliases} are who was merged into her before. */
    public record Side(
            UUID customerId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> aliases,
            Instant since,
            List<KnownBy> identifiers,
            long timelineLines) {}

    /** What would be known of the one person; {@code from}: by name, whose word it is, and whose side it comes from. */
    public record Together(Birthday birthday, Map<String, String> attributes, SortedMap<String, Origin> from) {}

    @POST
    @RolesAllowed("gateway")
    public Preview preview(@PathParam("id") String id, Merging request) {
        MergeResource.checkWith(request);
        return database.inTransaction(tx -> of(tx, Pair.named(tx, names, trees, id, request.with())));
    }

    private Preview of(Tx tx, Pair pair) {
        Side survivor = side(tx, pair.survivor());
        Side merged = side(tx, pair.merged());
        Shown shown = SurvivorshipRules.of(profiles.of(tx, pair.all()));
        Together together = new Together(
                Birthday.of(shown.profile().birthday()), shown.profile().attributes(), shown.origins());
        return new Preview(
                survivor, merged, together, survivor.timelineLines() + merged.timelineLines(), freshness.asOf());
    }

    private Side side(Tx tx, Tree tree) {
        Supplier<List<KnownBy>> knownBy = identifiers.ask(tx, tree);
        Row row = tx.rows(SIDE, tree.subjects(), tree.sidesArray(), tree.onlySides())
                .iterator()
                .next();
        Instant since = row.getOffsetDateTime("since").toInstant();
        return new Side(tree.root(), tree.aliases(), since, knownBy.get(), row.getLong("lines"));
    }
}
