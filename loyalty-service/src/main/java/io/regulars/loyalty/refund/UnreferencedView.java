package io.regulars.loyalty.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.regulars.loyalty.points.NumberCursor;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Refunds that named no purchase, the newest first, for people to look at: they took back by rules of their day. */
@Path("/v1/refunds")
public class UnreferencedView {

    private static final String PAGE = """
        select refund_id, named_customer_id, occurred_at, recorded_at, currency, total, lines, state, taken, shortfall
        from refund where original_id is null and (recorded_at, refund_id) < ($1, $2)
        order by recorded_at desc, refund_id desc limit $3
        """;

    private final Database database;
    private final Freshness freshness;

    UnreferencedView(Database database, Freshness freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    public record Page(List<Unreferenced> data, String next, Map<String, Instant> asOf) {}

    /**
     * {@code taken} points went back and {@code shortfall} were given up; {@code lines} are {@code [line, sku, amount]};
     * {@code counted} is false where the customer was no member.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unreferenced(
            UUID refundId,
            UUID customerId,
            Instant occurredAt,
            Instant recordedAt,
            String currency,
            long total,
            @JsonRawValue String lines,
            boolean counted,
            long taken,
            long shortfall) {}

    /** A place in the list: what comes after it was recorded before. */
    private record Place(Instant recordedAt, UUID refundId) {
        private static final Place TOP = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

        static Place after(String cursor) {
            if (cursor == null) return TOP;
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|");
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException unreadable) {
                throw Refusal.invalid("/cursor", "is not a cursor of this list");
            }
        }

        String cursor() {
            byte[] place = (recordedAt + "|" + refundId).getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
        }
    }

    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Page unreferenced(@QueryParam("limit") @DefaultValue("20") int limit, @QueryParam("cursor") String cursor) {
        NumberCursor.checkLimit(limit);
        Place after = Place.after(cursor);
        List<Unreferenced> read = new ArrayList<>();
        database.inTransaction(tx -> tx.rows(PAGE, Column.at(after.recordedAt()), after.refundId(), limit + 1))
                .forEach(row -> read.add(refund(row)));
        List<Unreferenced> shown = read.subList(0, Math.min(limit, read.size()));
        if (read.size() <= limit) return new Page(shown, null, freshness.asOf());
        Unreferenced last = shown.get(limit - 1);
        return new Page(shown, new Place(last.recordedAt(), last.refundId()).cursor(), freshness.asOf());
    }

    private static Unreferenced refund(Row row) {
        return new Unreferenced(
                row.getUUID("refund_id"),
                row.getUUID("named_customer_id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("currency"),
                row.getLong("total"),
                row.getString("lines"),
                row.getString("state").equals("counted"),
                row.getLong("taken"),
                row.getLong("shortfall"));
    }
}
