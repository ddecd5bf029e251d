package io.regulars.loyalty.points;

import io.regulars.loyalty.points.PutOff.Ended;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The ends that signs of life put off, and those that waited for an event (without one until then), for whoever reckons
 * again what was spent first. Nothing decides by it.
 */
@ApplicationScoped
class EndsPutOff {

    /** Lots of all rows come in one list, each row's from its first to its last place in it. */
    private static final String ADD = """
        insert into ends_put_off (customer_id, programme, transfers, lots, ended_at, caused_by, at)
        select customer_id, programme, transfers, ($8::bigint[])[first:last], ($9::timestamptz[])[first:last], caused_by, at
        from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::uuid[], $7::timestamptz[])
             with ordinality as t (customer_id, programme, transfers, first, last, caused_by, at, place)
        order by place
        """;

    /** @param last of its lots in the list of all, counted from 1 */
    private record Owned(Passbook book, PutOff ends, long last) {
        long first() {
            return last - ends.lots().size() + 1;
        }
    }

    void add(Tx tx, Collection<Passbook> passbooks) {
        List<Owned> rows = new ArrayList<>();
        List<Ended> lots = new ArrayList<>();
        for (Passbook book : passbooks) {
            for (PutOff each : book.putOff()) {
                lots.addAll(each.lots());
                rows.add(new Owned(book, each, lots.size()));
            }
        }
        if (!rows.isEmpty()) add(tx, rows, lots);
    }

    private static void add(Tx tx, List<Owned> rows, List<Ended> lots) {
        tx.send(
                ADD,
                Column.uuids(rows, row -> row.book().customerId()),
                Column.texts(rows, row -> row.book().programme()),
                Column.longs(rows, row -> row.ends().transfers()),
                Column.longs(rows, Owned::first),
                Column.longs(rows, Owned::last),
                Column.uuids(rows, row -> row.ends().causedBy()),
                Column.instants(rows, row -> row.ends().at()),
                Column.longs(lots, Ended::lot),
                Column.instants(lots, Ended::at));
    }
}
