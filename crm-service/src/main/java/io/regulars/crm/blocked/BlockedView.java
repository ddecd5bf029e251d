package io.regulars.crm.blocked;

import io.regulars.crm.blocked.BlockedResource.Shown;
import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.IdentifierRules;
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
import java.util.ArrayList;
import java.util.List;

/** What names nobody here, beside what names nobody anywhere; the newest first. */
@Path("/v1/identity/blocked")
public class BlockedView {

    private static final String BLOCKED = """
            select blocked_id, type, value, reason, blocked_by, blocked_at from blocked_value
            where (blocked_at, blocked_id) < ($1, $2)
            order by blocked_at desc, blocked_id desc
            limit $3
            """;

    private final Database database;
    private final Freshness freshness;

    BlockedView(Database database, Freshness freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    @GET
    @RolesAllowed("gateway")
    public Listing<Shown> blocked(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page page = Page.asked(limit, cursor);
        Place after = page.after();
        List<Shown> read = new ArrayList<>();
        database.inTransaction(tx -> tx.rows(BLOCKED, Column.at(after.at()), after.id(), page.toRead()))
                .forEach(row -> read.add(shown(row)));
        return page.listing(read, each -> new Place(each.blockedAt(), each.blockedId()), freshness.asOf());
    }

    private static Shown shown(Row row) {
        Type type = Type.named(row.getString("type"));
        return new Shown(
                row.getUUID("blocked_id"),
                type.wireName(),
                IdentifierRules.masked(type, row.getString("value")),
                row.getString("reason"),
                row.getString("blocked_by"),
                row.getOffsetDateTime("blocked_at").toInstant());
    }
}
