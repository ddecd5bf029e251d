package io.regulars.loyalty.points;

import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.LaterDates;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What points are made of. */
@ApplicationScoped
public class Lots {

    private static final String OPEN_LOTS = """
        select customer_id, programme, number, wallet, purchase_id, earned_at, starts_at, gives_up_at, event,
               expires_at, points, remaining, state, later, side_id,
               late or state = 'pending' and exists (
                   select from assessment a
                   where a.purchase_id = lot.purchase_id and a.programme = lot.programme and a.late) as late
        from lot where customer_id = any($1::uuid[]) and remaining > 0
        order by customer_id, programme, number
        """;
    private static final String OPEN = """
        insert into lot (customer_id, programme, number, wallet, purchase_id, earned_at, starts_at, gives_up_at, event,
                         expires_at, points, remaining, state, later, late, side_id)
        select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::uuid[], $6::timestamptz[],
                             $7::timestamptz[], $8::timestamptz[], $9::text[], $10::timestamptz[], $11::bigint[],
                             $12::bigint[], $13::text[], $14::text[], $15::boolean[], $16::uuid[])
        """;
    private static final String MOVE = """
        update lot l
        set remaining = t.remaining, state = t.state, expires_at = t.expires_at, starts_at = t.starts_at
        from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::timestamptz[],
                    $7::timestamptz[])
             as t (customer_id, programme, number, remaining, state, expires_at, starts_at)
        where l.customer_id = t.customer_id and l.programme = t.programme and l.number = t.number
        """;

    private record Owned(Passbook book, Lot lot) {}

    /** All lots of these customers that hold points, by wallet; asked now, read later. */
    public Supplier<Map<Owner, Map<String, List<Lot>>>> open(Tx tx, Collection<UUID> customerIds) {
        if (customerIds.isEmpty()) return Map::of;
        Tx.Answer rows = tx.ask(OPEN_LOTS, (Object) Column.uuids(customerIds));
        return () -> {
            Map<Owner, Map<String, List<Lot>>> lots = new HashMap<>();
            for (Row row : rows.rows()) {
                Lot lot = lot(row);
                lots.computeIfAbsent(
                                new Owner(row.getUUID("customer_id"), row.getString("programme")),
                                owner -> new HashMap<>())
                        .computeIfAbsent(lot.wallet(), wallet -> new ArrayList<>())
                        .add(lot);
            }
            return lots;
        };
    }

    private static Lot lot(Row row) {
        DatedLot dated = new DatedLot(
                row.getLong("number"),
                row.getString("wallet"),
                at(row, "earned_at"),
                at(row, "starts_at"),
                at(row, "expires_at"),
                row.getLong("remaining"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
        return new Lot(
                dated,
                row.getUUID("purchase_id"),
                row.getLong("points"),
                at(row, "gives_up_at"),
                row.getString("event"),
                row.getBoolean("late"),
                later(row.getString("later")),
                row.getUUID("side_id"));
    }

    private static LaterDates later(String json) {
        return json == null ? null : Json.read(json.getBytes(StandardCharsets.UTF_8), LaterDates.class);
    }

    private static String text(LaterDates later) {
        return later == null ? null : new String(Json.bytes(later), StandardCharsets.UTF_8);
    }

    private static Instant at(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    void store(Tx tx, List<Passbook> passbooks) {
        List<Owned> opened = new ArrayList<>();
        List<Owned> moved = new ArrayList<>();
        for (Passbook book : passbooks) {
            for (Lot lot : book.opened()) opened.add(new Owned(book, lot));
            for (Lot lot : book.moved()) moved.add(new Owned(book, lot));
        }
        if (!opened.isEmpty()) open(tx, opened);
        if (!moved.isEmpty()) move(tx, moved);
    }

    private static void open(Tx tx, List<Owned> lots) {
        tx.send(
                OPEN,
                Column.uuids(lots, owned -> owned.book().customerId()),
                Column.texts(lots, owned -> owned.book().programme()),
                Column.longs(lots, owned -> owned.lot().number()),
                Column.texts(lots, owned -> owned.lot().wallet()),
                Column.uuids(lots, owned -> owned.lot().purchaseId()),
                Column.instants(lots, owned -> owned.lot().dated().earnedAt()),
                Column.instants(lots, owned -> owned.lot().dated().startsAt()),
                Column.instants(lots, owned -> owned.lot().givesUpAt()),
                Column.texts(lots, owned -> owned.lot().event()),
                Column.instants(lots, owned -> owned.lot().dated().expiresAt()),
                Column.longs(lots, owned -> owned.lot().points()),
                Column.longs(lots, owned -> owned.lot().remaining()),
                Column.texts(lots, Lots::state),
                Column.texts(lots, owned -> text(owned.lot().later())),
                Column.flags(lots, owned -> owned.lot().late()),
                Column.uuids(lots, owned -> owned.lot().side()));
    }

    private static void move(Tx tx, List<Owned> lots) {
        tx.send(
                MOVE,
                Column.uuids(lots, owned -> owned.book().customerId()),
                Column.texts(lots, owned -> owned.book().programme()),
                Column.longs(lots, owned -> owned.lot().number()),
                Column.longs(lots, owned -> owned.lot().remaining()),
                Column.texts(lots, Lots::state),
                Column.instants(lots, owned -> owned.lot().dated().expiresAt()),
                Column.instants(lots, owned -> owned.lot().dated().startsAt()));
    }

    private static String state(Owned owned) {
        return owned.lot().dated().posted().name().toLowerCase(Locale.ROOT);
    }
}
