package io.regulars.loyalty.points;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What active points are made of. */
@ApplicationScoped
public class Lots {

    private static final String OPEN_LOTS = """
        select customer_id, number, purchase_id, earned_at, expires_at, points, remaining
        from lot where customer_id = any($1::uuid[]) and programme = $2 and remaining > 0
        order by customer_id, number
        """;
    private static final String OPEN = """
        insert into lot (customer_id, programme, number, purchase_id, earned_at, expires_at, points, remaining)
        select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[], $5::timestamptz[], $6::timestamptz[],
                             $7::bigint[], $8::bigint[])
        """;
    private static final String DRAW = """
        update lot l set remaining = t.remaining
        from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[])
             as t (customer_id, programme, number, remaining)
        where l.customer_id = t.customer_id and l.programme = t.programme and l.number = t.number
        """;

    private record Owned(Passbook book, Lot lot) {}

    public Map<UUID, List<Lot>> open(Tx tx, Collection<UUID> customerIds, String programme) {
        Map<UUID, List<Lot>> lots = new HashMap<>();
        if (customerIds.isEmpty()) return lots;
        for (Row row : tx.rows(OPEN_LOTS, Column.uuids(customerIds), programme)) {
            lots.computeIfAbsent(row.getUUID("customer_id"), id -> new ArrayList<>())
                    .add(lot(row));
        }
        return lots;
    }

    private static Lot lot(Row row) {
        OffsetDateTime expiresAt = row.getOffsetDateTime("expires_at");
        return new Lot(
                row.getLong("number"),
                row.getUUID("purchase_id"),
                row.getOffsetDateTime("earned_at").toInstant(),
                expiresAt == null ? null : expiresAt.toInstant(),
                row.getLong("points"),
                row.getLong("remaining"));
    }

    void store(Tx tx, List<Passbook> moved) {
        List<Owned> opened = new ArrayList<>();
        List<Owned> drawn = new ArrayList<>();
        for (Passbook book : moved) {
            for (Lot lot : book.opened()) opened.add(new Owned(book, lot));
            for (Lot lot : book.drawn()) drawn.add(new Owned(book, lot));
        }
        open(tx, opened);
        draw(tx, drawn);
    }

    private static void open(Tx tx, List<Owned> lots) {
        if (lots.isEmpty()) return;
        tx.send(
                OPEN,
                Column.uuids(lots, owned -> owned.book().customerId()),
                Column.texts(lots, owned -> owned.book().programme()),
                Column.longs(lots, owned -> owned.lot().number()),
                Column.uuids(lots, owned -> owned.lot().purchaseId()),
                Column.instants(lots, owned -> owned.lot().earnedAt()),
                Column.instants(lots, owned -> owned.lot().expiresAt()),
                Column.longs(lots, owned -> owned.lot().points()),
                Column.longs(lots, owned -> owned.lot().remaining()));
    }

    private static void draw(Tx tx, List<Owned> lots) {
        if (lots.isEmpty()) return;
        tx.send(
                DRAW,
                Column.uuids(lots, owned -> owned.book().customerId()),
                Column.texts(lots, owned -> owned.book().programme()),
                Column.longs(lots, owned -> owned.lot().number()),
                Column.longs(lots, owned -> owned.lot().remaining()));
    }
}
