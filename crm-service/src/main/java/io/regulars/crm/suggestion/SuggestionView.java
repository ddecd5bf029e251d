package io.regulars.crm.suggestion;

import io.regulars.crm.paging.Page;
import io.regulars.crm.paging.Page.Listing;
import io.regulars.crm.paging.Place;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.view.Freshness;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Customers who may be one person, the newest first, for people to look at. */
@Path("/v1/suggestions")
public class SuggestionView {

    private static final String SUGGESTIONS = """
            select suggestion_id, kind, customers, cause, times, first_seen, last_seen, recorded_at from suggestion
            where (recorded_at, suggestion_id) < ($1, $2)
            order by recorded_at desc, suggestion_id desc
            limit $3
            """;

    private final Database database;
    private final Freshness freshness;

    SuggestionView(Database database, Freshness freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    /** {@code cause} is the receipt, contact or command by which they met last; they met {@code times} times. */
    public record Suggested(
            UUID suggestionId,
            String kind,
            List<UUID> customers,
            UUID cause,
            long times,
            Instant firstSeen,
            Instant lastSeen,
            Instant recordedAt) {}

    @GET
    @RolesAllowed("gateway")
    public Listing<Suggested> suggestions(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page page = Page.asked(limit, cursor);
        Place after = page.after();
        List<Suggested> read = new ArrayList<>();
        database.inTransaction(tx -> tx.rows(SUGGESTIONS, Column.at(after.at()), after.id(), page.toRead()))
                .forEach(row -> read.add(suggested(row)));
        return page.listing(read, each -> new Place(each.recordedAt(), each.suggestionId()), freshness.asOf());
    }

    private static Suggested suggested(Row row) {
        return new Suggested(
                row.getUUID("suggestion_id"),
                row.getString("kind"),
                List.of(row.getArrayOfUUIDs("customers")),
                row.getUUID("cause"),
                row.getLong("times"),
                row.getOffsetDateTime("first_seen").toInstant(),
                row.getOffsetDateTime("last_seen").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant());
    }
}
