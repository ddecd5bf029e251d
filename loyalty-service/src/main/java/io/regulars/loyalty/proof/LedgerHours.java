package io.regulars.loyalty.proof;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The chain of closed hours, and who lengthens it: a lease by the database's clock lets one go on. */
@ApplicationScoped
class LedgerHours {

    private static final String DUE = """
        select over from (select date_trunc('hour', clock_timestamp(), 'UTC') - interval '1 hour' as over) full_hour
        where not exists (select from ledger_hour where hour >= over)
        """;
    private static final String TAKE = """
        update ledger_closing set owner = $1, expires_at = clock_timestamp() + interval '30 seconds'
        where owner = $1 or expires_at <= clock_timestamp()
        """;
    private static final String LET_GO = "update ledger_closing set expires_at = clock_timestamp() where owner = $1";
    private static final String LOOKED = """
        update ledger_closing set looked_at = clock_timestamp() where expires_at <= clock_timestamp()
        """;
    private static final String LAST = """
        select number, hour, from_position, to_position, transfers, previous_hash, hash
        from ledger_hour order by number desc limit 1
        """;
    private static final String CLOSE = """
        insert into ledger_hour (number, hour, from_position, to_position, transfers, previous_hash, hash)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    /** The last hour that is over by the database's clock, unless it is closed. */
    Optional<Instant> due(Tx tx) {
        for (Row row : tx.rows(DUE)) return Optional.of(row.getOffsetDateTime(0).toInstant());
        return Optional.empty();
    }

    /** Takes the lease or prolongs it; false while somebody else has it. */
    boolean take(Tx tx, UUID owner) {
        return tx.count(TAKE, owner) == 1;
    }

    void letGo(Tx tx, UUID owner) {
        tx.send(LET_GO, owner);
    }

    /** Somebody looked and is done, unless another one is still at it. */
    void looked(Tx tx) {
        tx.send(LOOKED);
    }

    LedgerHour last(Tx tx) {
        for (Row row : tx.rows(LAST)) {
            return new LedgerHour(
                    row.getLong("number"),
                    row.getOffsetDateTime("hour").toInstant(),
                    row.getLong("from_position"),
                    row.getLong("to_position"),
                    row.getLong("transfers"),
                    row.getString("previous_hash"),
                    row.getString("hash"));
        }
        return LedgerHour.NONE;
    }

    /** Its number is the next one, or there is one already and this fails. */
    void close(Tx tx, LedgerHour hour) {
        tx.send(
                CLOSE,
                hour.number(),
                Column.at(hour.hour()),
                hour.fromPosition(),
                hour.toPosition(),
                hour.transfers(),
                hour.previousHash(),
                hour.hash());
    }
}
