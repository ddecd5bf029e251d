package io.regulars.crm.timeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.customer.Tree;
import io.regulars.crm.customer.Trees;
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

    // Of each subject so many as are shown, read backwards from where the page begins; $6 names the sides that count
    // where others' lines lie among them.
    private static final String LINES = """
            select t.event_id, t.type, t.occurred_at, t.recorded_at, coalesce(m.since <= t.occurred_at, false) as loyalty,
                   t.channel, t.store, t.detail::text as detail
            from unnest($1::uuid[]) as under (subject)
            cross join lateral (
                select * from timeline each
                where each.subject = under.subject and (each.occurred_at, each.event_id) < ($2, $3)
                  and ($6::uuid[] is null or timeline_side(each.subject, each.detail) = any($6::uuid[]))
                order by each.occurred_at desc, each.event_id desc limit $4) t
            cross join (select min(since) as since from timeline_member where customer_id = any($5::uuid[])) m
            order by t.occurred_at desc, t.event_id desc
            limit $4
            """;
    private static final String KNOWN = "select 1 where exists (select from timeline where subject = $1)";

    private final Database database;
    private final CustomerNames names;
    private final Trees trees;
    private final Freshness freshness;

    TimelineView(Database database, CustomerNames names, Trees trees, Freshness freshness) {
        this.database = database;
        this.names = names;
        this.trees = trees;
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
        List<Line> read = database.inTransaction(tx -> lines(tx, trees.of(tx, names.idOf(tx, id)), page));
        return page.listing(read, line -> new Place(line.occurredAt(), line.eventId()), freshness.asOf());
    }

    private static List<Line> lines(Tx tx, Tree tree, Page page) {
        List<Line> lines = new ArrayList<>();
        Place after = page.after();
        Object[] which = {
            tree.subjects(), Column.at(after.at()), after.id(), page.toRead(), tree.sidesArray(), tree.onlySides()
        };
        for (Row row : tx.rows(LINES, which)) lines.add(line(row));
        boolean known =
                !lines.isEmpty() || tree.known() || tx.rows(KNOWN, tree.root()).size() > 0;
        if (!known) throw CustomerNames.unknown();
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
