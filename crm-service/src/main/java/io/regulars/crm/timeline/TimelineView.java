package io.regulars.crm.timeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.paging.Page;
import io.regulars.crm.paging.Page.Listing;
import io.regulars.crm.paging.Place;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All that happened with a customer, or on an anonymous receipt, the newest first. */
@Path("/v1/customers/{id}/timeline")
public class TimelineView {

    private static final String LINES = """
            select t.event_id, t.type, t.occurred_at, t.recorded_at, coalesce(m.since <= t.occurred_at, false) as loyalty,
                   t.channel, t.store, t.detail::text as detail
            from timeline t left join timeline_member m on m.customer_id = t.subject
            where t.subject = $1 and (t.occurred_at, t.event_id) < ($2, $3)
            order by t.occurred_at desc, t.event_id desc
            limit $4
            """;
    private static final String KNOWN = """
            select 1 where exists (select from customer where customer_id = $1)
                        or exists (select from timeline where subject = $1)
            """;

    private final Database database;
    private final CustomerNames names;
    private final Freshness freshness;

    TimelineView(Database database, CustomerNames names, Freshness freshness) {
        this.database = database;
        this.names = names;
        this.freshness = freshness;
    }

    /** {@code loyalty}: the customer was a member when it happened. */
    public record Line(
            UUID eventId,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            String source,
            boolean loyalty,
            String channel,
            String store,
            @JsonRawValue String detail) {}

    /** @param id a customer, or the purchase of a receipt nobody was named on */
    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Listing<Line> timeline(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page page = Page.asked(limit, cursor);
        List<Line> read = database.inTransaction(tx -> lines(tx, names.idOf(tx, id), page));
        return page.listing(read, line -> new Place(line.occurredAt(), line.eventId()), freshness.asOf());
    }

    private static List<Line> lines(Tx tx, UUID subject, Page page) {
        List<Line> lines = new ArrayList<>();
        Place after = page.after();
        for (Row row : tx.rows(LINES, subject, Column.at(after.at()), after.id(), page.toRead())) lines.add(line(row));
        if (lines.isEmpty() && tx.rows(KNOWN, subject).size() == 0) throw CustomerNames.unknown();
        return lines;
    }

    private static Line line(Row row) {
        String type = row.getString("type");
        return new Line(
                row.getUUID("event_id"),
                type,
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                type.substring(0, type.indexOf('.')),
                row.getBoolean("loyalty"),
                row.getString("channel"),
                row.getString("store"),
                row.getString("detail"));
    }
}
