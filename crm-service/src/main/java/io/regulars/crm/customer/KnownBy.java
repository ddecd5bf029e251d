package io.regulars.crm.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.IdentifierRules;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An identifier as people may see it: {@code shown} is masked; {@code ref} is what facts call it. {@code confidence}
 * says in percent how surely it is hers, {@code verifiedAt} when she proved it.
 */
public record KnownBy(
        String type,
        UUID ref,
        String source,
        int confidence,
        LocalDate firstSeen,
        LocalDate lastSeen,
        boolean verified,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant verifiedAt,
        String shown) {

    static KnownBy of(Row row) {
        Type type = Type.named(row.getString("type"));
        String source = row.getString("source");
        OffsetDateTime verified = row.getOffsetDateTime("verified_at");
        return new KnownBy(
                type.wireName(),
                row.getUUID("ref"),
                source,
                IdentifierRules.confidence(type, source, verified != null),
                row.getLocalDate("first_seen"),
                row.getLocalDate("last_seen"),
                verified != null,
                verified == null ? null : verified.toInstant(),
                IdentifierRules.masked(type, row.getString("value")));
    }
}
