package io.regulars.loyalty.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.platform.access.Caller;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Something that waits for a second person.
 *
 * @param kind adjustment or programmeVersion; the other one's words are left out
 * @param own the asker asked for it: somebody else has to decide
 * @param path below which it is approved or refused, or published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Waiting(
        String kind,
        String programme,
        UUID adjustmentId,
        UUID customerId,
        String wallet,
        Long points,
        String reason,
        Instant expiresAt,
        Integer number,
        String askedBy,
        Instant askedAt,
        boolean own,
        String path) {

    static Waiting of(Row row, Caller asker) {
        UUID adjustment = row.getUUID("adjustment_id");
        UUID customer = row.getUUID("customer_id");
        String programme = row.getString("programme");
        Integer number = row.getInteger("number");
        return new Waiting(
                row.getString("kind"),
                programme,
                adjustment,
                customer,
                row.getString("wallet"),
                row.getLong("points"),
                row.getString("reason"),
                at(row, "expires_at"),
                number,
                row.getString("asked_by"),
                at(row, "asked_at"),
                row.getString("asked_by").equals(asker.credential()),
                number == null
                        ? "/v1/members/" + customer + "/adjustments/" + adjustment
                        : "/v1/programmes/" + programme + "/versions/" + number);
    }

    private static Instant at(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    /** Where it stands in the list. */
    WaitingPlace place() {
        String name = number == null ? adjustmentId.toString() : programme + "/" + number;
        return new WaitingPlace(askedAt, kind, name);
    }
}
