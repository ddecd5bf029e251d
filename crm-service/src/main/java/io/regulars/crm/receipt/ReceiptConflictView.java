package io.regulars.crm.receipt;

import com.fasterxml.jackson.annotation.JsonRawValue;
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

/** Receipts that came again with other content, the newest first, for people to look at. */
@Path("/v1/receipt-conflicts")
public class ReceiptConflictView {

    // What was posted is shown without its customer: who she is, is asked under her id.
    private static final String CONFLICTS = """
            select c.conflict_id, c.receipt_id, r.kind, coalesce(s.merged_into, r.side, r.customer_id) as customer_id, c.times, c.recorded_at,
                   r.recorded_at as first_recorded_at, (c.posted - 'customer')::text as posted
            from receipt_conflict c join receipt r using (receipt_id)
            left join customer s on s.customer_id = coalesce(r.side, r.customer_id)
            where (c.recorded_at, c.conflict_id) < ($1, $2)
            order by c.recorded_at desc, c.conflict_id desc
            limit $3
            """;

    private final Database database;
    private final Freshness freshness;

    ReceiptConflictView(Database database, Freshness freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    /** {@code posted} came {@code times} times and has no effect; the receipt first recorded stands. */
    public record Conflict(
            UUID conflictId,
            UUID receiptId,
            String kind,
            UUID customerId,
            int times,
            Instant recordedAt,
            Instant firstRecordedAt,
            @JsonRawValue String posted) {}

    @GET
    @RolesAllowed("gateway")
    public Listing<Conflict> conflicts(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page page = Page.asked(limit, cursor);
        List<Conflict> read = new ArrayList<>();
        Place after = page.after();
        database.inTransaction(tx -> tx.rows(CONFLICTS, Column.at(after.at()), after.id(), page.toRead()))
                .forEach(row -> read.add(conflict(row)));
        return page.listing(
                read, conflict -> new Place(conflict.recordedAt(), conflict.conflictId()), freshness.asOf());
    }

    private static Conflict conflict(Row row) {
        return new Conflict(
                row.getUUID("conflict_id"),
                row.getUUID("receipt_id"),
                row.getString("kind"),
                row.getUUID("customer_id"),
                row.getInteger("times"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getOffsetDateTime("first_recorded_at").toInstant(),
                row.getString("posted"));
    }
}
