package io.regulars.loyalty.points;

import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Owner;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every lot of a member's points as it stands at this moment, newest first. */
@Path("/v1/members/{customerId}/lots")
public class LotsView {

    private static final String PAGE = """
        with expired as (
            select lot, sum(amount)::bigint as points from transfer
            where customer_id = $1 and programme = $2 and reason = 'expired' group by lot)
        select l.number, l.wallet, l.points, l.remaining, l.state, l.earned_at, l.starts_at, l.expires_at, l.event, l.gives_up_at,
               l.purchase_id,
               t.reason, a.adjustment_id, a.kind, c.lot as reinstated_from, coalesce(e.points, 0) as expired
        from lot l
        left join transfer t using (customer_id, programme, number)
        left join adjustment a on a.adjustment_id = t.caused_by and t.reason = 'adjusted_up'
        left join lot_change c on c.change_id = t.caused_by and t.reason = 'reinstated'
        left join expired e on e.lot = l.number
        where l.customer_id = $1 and l.programme = $2 and l.number < $3
        order by l.number desc limit $4
        """;

    private final Database database;
    private final Memberships memberships;
    private final Freshness freshness;
    private final Clock clock;

    LotsView(Database database, Memberships memberships, Freshness freshness, Clock clock) {
        this.database = database;
        this.memberships = memberships;
        this.freshness = freshness;
        this.clock = clock;
    }

    public record Page(List<ShownLot> data, String next, Map<String, Instant> asOf) {}

    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Page lots(
            @PathParam("customerId") UUID customerId,
            @QueryParam("programme") String programme,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor) {
        NumberCursor.checkLimit(limit);
        long before = NumberCursor.before(cursor);
        return database.inTransaction(tx -> {
            Owner owner = memberships.require(tx, customerId, programme).owner();
            List<Row> rows = new ArrayList<>();
            tx.rows(PAGE, owner.customerId(), owner.programme(), before, limit + 1)
                    .forEach(rows::add);
            return page(rows, limit, clock.now());
        });
    }

    private Page page(List<Row> rows, int limit, Instant now) {
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? NumberCursor.of(shown.get(limit - 1).getLong("number")) : null;
        return new Page(shown.stream().map(row -> ShownLot.of(row, now)).toList(), next, freshness.asOf());
    }
}
