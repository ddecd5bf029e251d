package io.regulars.loyalty.night;

import io.regulars.loyalty.night.Night.Point;
import io.regulars.loyalty.night.Night.Tally;
import io.regulars.loyalty.night.Round.Reached;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Nights and who is at them. A lease by the database's clock lets one go on; its row is held for each step. */
@ApplicationScoped
class Nights {

    private static final String TAKE = """
        insert into night as n (programme, day, until, previous, owner, expires_at)
        select $1, $2, $3, (select max(day) from night where programme = $1 and ended_at is not null), $4,
               clock_timestamp() + interval '2 minutes'
        where not exists (select from night where programme = $1 and day > $2)
        on conflict (programme, day) do update set owner = excluded.owner, expires_at = excluded.expires_at
            where n.ended_at is null and n.expires_at <= clock_timestamp()
        returning programme, day, until, previous, part, at, customer, left_some, customers, facts
        """;
    private static final String HOLD = """
        update night n set expires_at = clock_timestamp() + interval '2 minutes'
        where programme = $1 and day = $2 and owner = $3 and ended_at is null and expires_at > clock_timestamp()
          and not exists (select from night where programme = $1 and day > $2)
        returning programme, day, until, previous, part, at, customer, left_some, customers, facts
        """;
    private static final String HELD = """
        select from night n
        where programme = $1 and day = $2 and owner = $3 and ended_at is null and expires_at > clock_timestamp()
          and not exists (select from night where programme = $1 and day > $2)
        for share of n
        """;
    private static final String REACH = """
        update night set part = $3, at = $4, customer = $5, left_some = $6, customers = $7, facts = $8
        where programme = $1 and day = $2
        """;
    private static final String END =
            "update night set ended_at = clock_timestamp(), expires_at = clock_timestamp() where programme = $1 and day = $2";
    private static final String LET_GO = """
        update night set expires_at = clock_timestamp()
        where programme = $1 and day = $2 and owner = $3 and ended_at is null
        """;

    private static final String TALLY = "select customers, facts from night where programme = $1 and day = $2";

    /** A night to go on with; none when it is over, somebody is at it, or a later one has begun. */
    Optional<Night> take(Tx tx, String programme, LocalDate day, Instant until, UUID owner) {
        return night(tx.rows(TAKE, programme, day, Column.at(until), owner));
    }

    /** The night as it is, kept from everybody else until the transaction ends; none when it is no longer ours. */
    Optional<Night> hold(Tx tx, Night taken, UUID owner) {
        return night(tx.rows(HOLD, taken.programme(), taken.day(), owner));
    }

    /** Whether it still is ours; nobody else takes it until the transaction ends, others of ours may look as well. */
    boolean isHeld(Tx tx, Night taken, UUID owner) {
        return tx.count(HELD, taken.programme(), taken.day(), owner) > 0;
    }

    void reach(Tx tx, Night night, Reached reached) {
        Point point = reached.point();
        Tally tally = reached.tally();
        tx.send(
                REACH,
                night.programme(),
                night.day(),
                point.part(),
                Column.at(point.at()),
                point.customerId(),
                point.leftSome(),
                tally.customers(),
                tally.facts());
    }

    void end(Tx tx, Night night) {
        tx.send(END, night.programme(), night.day());
    }

    Optional<Tally> tally(Tx tx, Night night) {
        for (Row row : tx.rows(TALLY, night.programme(), night.day())) {
            return Optional.of(new Tally(row.getLong("customers"), row.getLong("facts")));
        }
        return Optional.empty();
    }

    void letGo(Tx tx, Night night, UUID owner) {
        tx.send(LET_GO, night.programme(), night.day(), owner);
    }

    private static Optional<Night> night(RowSet<Row> rows) {
        for (Row row : rows) {
            Point reached = new Point(
                    row.getInteger("part"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getUUID("customer"),
                    row.getBoolean("left_some"));
            return Optional.of(new Night(
                    row.getString("programme"),
                    row.getLocalDate("day"),
                    row.getOffsetDateTime("until").toInstant(),
                    row.getLocalDate("previous"),
                    reached,
                    new Tally(row.getLong("customers"), row.getLong("facts"))));
        }
        return Optional.empty();
    }
}
