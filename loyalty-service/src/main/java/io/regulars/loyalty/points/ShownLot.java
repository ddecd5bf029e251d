package io.regulars.loyalty.points;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.LotReading;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

/**
 * A lot as staff see it.
 *
 * @param remaining of {@code points} that can be spent, now or once they start; {@code expired} were not in time
 * @param waitsFor the event without which they do not start, and {@code givenUpAt} when it is too late for that
 * @param cause purchase, adjustment, openingBalance or reinstatement, or the way they came otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownLot(
        long number,
        String wallet,
        long points,
        long remaining,
        long expired,
        String state,
        Instant earnedAt,
        Instant startsAt,
        Instant expiresAt,
        String waitsFor,
        Instant givenUpAt,
        String cause,
        UUID purchaseId,
        UUID adjustmentId,
        Long reinstatedFrom) {

    static ShownLot of(Row row, Instant now) {
        DatedLot lot = new DatedLot(
                row.getLong("number"),
                row.getString("wallet"),
                at(row, "earned_at"),
                at(row, "starts_at"),
                at(row, "expires_at"),
                row.getLong("remaining"),
                DatedLot.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
        boolean waits = lot.startsAt() == null;
        LotReading reading = LotReading.of(lot, row.getLong("expired"), now);
        return new ShownLot(
                lot.number(),
                lot.wallet(),
                row.getLong("points"),
                reading.remaining(),
                reading.expired(),
                CamelCase.of(reading.state()),
                lot.earnedAt(),
                lot.startsAt(),
                lot.expiresAt(),
                waits ? row.getString("event") : null,
                waits ? at(row, "gives_up_at") : null,
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
