package io.regulars.crm.passedover;

import io.regulars.crm.paging.Page;
import io.regulars.crm.paging.Page.Listing;
import io.regulars.crm.paging.Place;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.view.Freshness;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Identifiers that were passed over: which receipts and contacts had them, and how many there were of each kind. */
@Path("/v1/identity/passed-over")
public class PassedOverView {

    private static final Duration COUNTED = Duration.ofDays(30);

    // All of one receipt stand together: the place in the list is the receipt's.
    private static final String NEWEST = """
            select about, max(recorded_at) as recorded_at, min(source) as source, min(store) as store,
                   array_agg(distinct customer_id) filter (where customer_id is not null) as customers,
                   array_agg(type || ' ' || why order by type, why) as passed
            from passed_over
            where (recorded_at, about) < ($1, $2)
            group by about
            order by recorded_at desc, about desc
            limit $3
            """;
    private static final String COUNTS = """
            select store, type, why, count(*) as times, max(recorded_at) as last_at from passed_over
            where recorded_at >= $1
            group by store, type, why
            order by times desc, store, type, why
            limit 1000
            """;

    private final Database database;
    private final Freshness freshness;
    private final Clock clock;

    PassedOverView(Database database, Freshness freshness, Clock clock) {
        this.database = database;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** {@code customerId}: whose it became by something else it was named by; null when nobody's. */
    public record Passed(
            UUID about, String source, String store, UUID customerId, List<What> passedOver, Instant recordedAt) {}

    public record What(String type, String why) {}

    /** The last 30 days. {@code store} is null for what was in none. */
    public record Counted(List<Count> data, Map<String, Instant> asOf) {}

    public record Count(String store, String type, String why, long times, Instant lastAt) {}

    @GET
    @RolesAllowed("gateway")
    public Listing<Passed> newest(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page page = Page.asked(limit, cursor);
        Place after = page.after();
        List<Passed> read = new ArrayList<>();
        database.inTransaction(tx -> tx.rows(NEWEST, Column.at(after.at()), after.id(), page.toRead()))
                .forEach(row -> read.add(passed(row)));
        return page.listing(read, each -> new Place(each.recordedAt(), each.about()), freshness.asOf());
    }

    @GET
    @Path("/counts")
    @RolesAllowed("gateway")
    public Counted counts() {
        List<Count> counts = new ArrayList<>();
        Instant since = clock.now().minus(COUNTED);
        database.inTransaction(tx -> tx.rows(COUNTS, Column.at(since))).forEach(row -> counts.add(count(row)));
        return new Counted(counts, freshness.asOf());
    }

    private static Passed passed(Row row) {
        List<What> what = new ArrayList<>();
        for (String each : row.getArrayOfStrings("passed")) {
            int space = each.indexOf(' ');
            what.add(new What(each.substring(0, space), each.substring(space + 1)));
        }
        UUID[] customers = row.getArrayOfUUIDs("customers");
        return new Passed(
                row.getUUID("about"),
                row.getString("source"),
                row.getString("store"),
                customers == null ? null : customers[0],
                what,
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    private static Count count(Row row) {
        return new Count(
                row.getString("store"),
                row.getString("type"),
                row.getString("why"),
                row.getLong("times"),
                row.getOffsetDateTime("last_at").toInstant());
    }
}
