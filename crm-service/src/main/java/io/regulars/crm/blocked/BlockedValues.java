package io.regulars.crm.blocked;

import io.regulars.crm.identifier.Identifier;
import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Values of which the operator said that they name nobody. */
@ApplicationScoped
class BlockedValues {

    private static final String ADD = """
            insert into blocked_value (blocked_id, type, value, reason, blocked_by, blocked_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (type, value) do nothing
            """;
    private static final String OF = """
            select blocked_id, type, value, reason, blocked_by, blocked_at from blocked_value
            where type = $1 and value = $2
            """;
    private static final String COUNT = "select count(*) from blocked_value";
    private static final String REMOVE = """
            delete from blocked_value where blocked_id = $1
            returning blocked_id, type, value, reason, blocked_by, blocked_at
            """;

    record Blocked(UUID blockedId, Identifier identifier, String reason, String by, Instant at) {}

    /** Whether it was not there before. */
    boolean add(Tx tx, Blocked blocked) {
        return tx.count(
                        ADD,
                        blocked.blockedId(),
                        blocked.identifier().type().wireName(),
                        blocked.identifier().value(),
                        blocked.reason(),
                        blocked.by(),
                        Column.at(blocked.at()))
                > 0;
    }

    Optional<Blocked> of(Tx tx, Identifier identifier) {
        for (Row row : tx.rows(OF, identifier.type().wireName(), identifier.value())) return Optional.of(of(row));
        return Optional.empty();
    }

    long count(Tx tx) {
        return tx.rows(COUNT).iterator().next().getLong(0);
    }

    /** What it was; nothing where nothing is blocked by this id. */
    Optional<Blocked> remove(Tx tx, UUID blockedId) {
        for (Row row : tx.rows(REMOVE, blockedId)) return Optional.of(of(row));
        return Optional.empty();
    }

    private static Blocked of(Row row) {
        return new Blocked(
                row.getUUID("blocked_id"),
                new Identifier(Type.named(row.getString("type")), row.getString("value")),
                row.getString("reason"),
                row.getString("blocked_by"),
                row.getOffsetDateTime("blocked_at").toInstant());
    }
}
