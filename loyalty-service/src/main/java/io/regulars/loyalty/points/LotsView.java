package io.regulars.loyalty.points;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.LotReading;
import io.regulars.loyalty.programme.rule.CamelCase;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Every lot of a member's points as it stands at this moment, newest first. */
@Path("/v1/members/{customerId}/lots")
public class LotsView {

    private static final String PAGE = """
        with expired as (
            select lot, sum(amount)::bigint as points from transfer
            where customer_id = $1 and programme = $2 and reason = 'expired' group by lot)
        select l.number, l.wallet, l.points, l.remaining, l.state, l.earned_at, l.starts_at, l.expires_at, l.purchase_id,
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

    public record Page(List<Entry> data, String next, Map<String, Instant> asOf) {}

    /**
     * Of {@code points} there are {@code remaining} still, {@code expired} were not spent in time; {@code cause} is
     * purchase, adjustment, openingBalance or reinstatement, or the way they came otherwise.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            long number,
            String wallet,
            long points,
            long remaining,
            long expired,
            String state,
            Instant earnedAt,
            Instant startsAt,
            Instant expiresAt,
            String cause,
            UUID purchaseId,
            UUID adjustmentId,
            Long reinstatedFrom) {}

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
        return new Page(shown.stream().map(row -> entry(row, now)).toList(), next, freshness.asOf());
    }

    private static Entry entry(Row row, Instant now) {
        DatedLot lot = new DatedLot(
                row.getLong("number"),
                row.getString("wallet"),
                at(row, "earned_at"),
                at(row, "starts_at"),
                at(row, "expires_at"),
                row.getLong("remaining"),
                DatedLot.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
        LotReading reading = LotReading.of(lot, row.getLong("expired"), now);
        return new Entry(
                lot.number(),
                lot.wallet(),
                row.getLong("points"),
                reading.remaining(),
                reading.expired(),
                CamelCase.of(reading.state()),
                lot.earnedAt(),
                lot.startsAt(),
                lot.expiresAt(),
                cause(row),
                row.getUUID("purchase_id"),
                row.getUUID("adjustment_id"),
                row.getLong("reinstated_from"));
    }

    private static String cause(Row row) {
        String way = row.getString("reason");
        boolean imported = "openingBalance".equals(row.getString("kind"));
        if ("adjusted_up".equals(way)) return imported ? "openingBalance" : "adjustment";
        if ("reinstated".equals(way)) return "reinstatement";
        return row.getUUID("purchase_id") != null ? "purchase" : way;
    }

    private static Instant at(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
