package io.regulars.loyalty.adjustment.lasting;

import io.regulars.loyalty.membership.Owner;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Lots whose points last longer because somebody said so. Nothing here is ever changed. */
@ApplicationScoped
public class LotChanges {

    private static final String LOT = """
        select l.wallet, l.earned_at, l.expires_at,
               (select coalesce(sum(t.amount), 0)::bigint from transfer t
                where t.customer_id = l.customer_id and t.programme = l.programme and t.lot = l.number
                  and t.reason = 'expired') as expired,
               exists (select 1 from lot_change c
                       where c.customer_id = l.customer_id and c.programme = l.programme and c.lot = l.number
                         and c.change = 'reinstated') as reinstated
        from lot l where l.customer_id = $1 and l.programme = $2 and l.number = $3
        """;
    private static final String ADD = """
        insert into lot_change (change_id, customer_id, programme, lot, change, ended_at, expires_at, points, reason,
                                asked_by, asked_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    /** @param expired of it as far as that is posted; @param reinstated whether that came back already */
    record Known(String wallet, Instant earnedAt, Instant expiresAt, long expired, boolean reinstated) {}

    Optional<Known> lot(Tx tx, Owner owner, long number) {
        for (Row row : tx.rows(LOT, owner.customerId(), owner.programme(), number)) {
            return Optional.of(new Known(
                    row.getString("wallet"),
                    at(row, "earned_at"),
                    at(row, "expires_at"),
                    row.getLong("expired"),
                    row.getBoolean("reinstated")));
        }
        return Optional.empty();
    }

    void add(Tx tx, LotChange change) {
        tx.send(
                ADD,
                change.changeId(),
                change.owner().customerId(),
                change.owner().programme(),
                change.lot(),
                change.change().name().toLowerCase(Locale.ROOT),
                Column.at(change.endedAt()),
                Column.at(change.expiresAt()),
                change.points(),
                change.reason(),
                change.askedBy(),
                Column.at(change.askedAt()));
    }

    private static Instant at(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
