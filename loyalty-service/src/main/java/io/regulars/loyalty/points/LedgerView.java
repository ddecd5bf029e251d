package io.regulars.loyalty.points;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.Stored;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every transfer of a member's points, newest first. */
@Path("/v1/members/{customerId}/ledger")
public class LedgerView {

    private static final String PAGE = """
        select number, at, wallet, debit, credit, amount, reason, lot, purchase_id, refund_id, caused_by, balance
        from transfer where customer_id = $1 and programme = $2 and number < $3
        order by number desc limit $4
        """;

    private final Database database;
    private final Memberships memberships;
    private final Freshness freshness;

    LedgerView(Database database, Memberships memberships, Freshness freshness) {
        this.database = database;
        this.memberships = memberships;
        this.freshness = freshness;
    }

    public record Page(List<Entry> data, String next, Map<String, Instant> asOf) {}

    /**
     * {@code amount} moved from {@code debit} to {@code credit}; {@code lot} is the only one it concerns; {@code
     * balanceAfter} is that wallet's active less debt.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            UUID transferId,
            Instant at,
            String wallet,
            String debit,
            String credit,
            long amount,
            String reason,
            Long lot,
            UUID purchaseId,
            UUID refundId,
            UUID causedBy,
            long balanceAfter) {}

    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Page ledger(
            @PathParam("customerId") UUID customerId,
            @QueryParam("programme") String programme,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor) {
        NumberCursor.checkLimit(limit);
        long before = NumberCursor.before(cursor);
        return database.inTransaction(tx -> {
            Stored member = memberships.require(tx, customerId, programme);
            List<Row> rows = new ArrayList<>();
            tx.rows(PAGE, member.owner().customerId(), member.membership().programme(), before, limit + 1)
                    .forEach(rows::add);
            return page(member, rows, limit, freshness.asOf());
        });
    }

    private static Page page(Stored member, List<Row> rows, int limit, Map<String, Instant> asOf) {
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? NumberCursor.of(shown.get(limit - 1).getLong("number")) : null;
        return new Page(shown.stream().map(row -> entry(member, row)).toList(), next, asOf);
    }

    private static Entry entry(Stored member, Row row) {
        return new Entry(
                transferId(member, row.getLong("number")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("wallet"),
                row.getString("debit"),
                row.getString("credit"),
                row.getLong("amount"),
                row.getString("reason"),
                row.getLong("lot"),
                row.getUUID("purchase_id"),
                row.getUUID("refund_id"),
                row.getUUID("caused_by"),
                row.getLong("balance"));
    }

    /** A transfer is known by its member, programme and number; the id is those three in one word. */
    private static UUID transferId(Stored member, long number) {
        String name =
                member.membership().customerId() + "|" + member.membership().programme() + "|" + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
