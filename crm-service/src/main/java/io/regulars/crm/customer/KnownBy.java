package io.regulars.crm.customer;

import io.regulars.crm.customer.Identifier.Type;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;

/** An identifier as people may see it: {@code shown} is masked; {@code ref} is what facts call it. */
public record KnownBy(String type, UUID ref, LocalDate firstSeen, LocalDate lastSeen, String shown) {

    static KnownBy of(Row row) {
        String type = row.getString("type");
        return new KnownBy(
                type,
                row.getUUID("ref"),
                row.getLocalDate("first_seen"),
                row.getLocalDate("last_seen"),
                IdentifierRules.masked(Type.named(type), row.getString("value")));
    }
}
