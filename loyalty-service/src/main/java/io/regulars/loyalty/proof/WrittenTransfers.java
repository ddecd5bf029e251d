package io.regulars.loyalty.proof;

import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Transfers in the order of writing, as lines of text that name every column. */
@ApplicationScoped
class WrittenTransfers {

    private static final int PAGE = 5_000;

    // As docs/decisions/0011-ledger-rows-stay.md says it; whoever checks the chain writes the same lines.
    private static final String LINE = """
        written_in, customer_id, programme, number,
        concat_ws('|', customer_id, programme, number, wallet, debit, credit, amount, balance, reason,
                  coalesce(lot::text, ''), coalesce(purchase_id::text, ''), coalesce(refund_id::text, ''), caused_by,
                  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), written_in) as line
        """;
    // Rows from before positions are many at one position: the primary key leads through them.
    private static final String UNCOUNTED = "select " + LINE + """
        from transfer
        where written_in = 0 and (customer_id, programme collate "C", number) > ($1, $2, $3)
        order by customer_id, programme collate "C", number limit $4
        """;
    private static final String COUNTED = "select " + LINE + """
        from transfer
        where written_in > 0 and written_in >= $1 and written_in < $5
          and (written_in, customer_id, programme collate "C", number) > ($1, $2, $3, $4)
        order by written_in, customer_id, programme collate "C", number limit $6
        """;
    private static final String SETTLED = "select ledger_position(pg_snapshot_xmin(pg_current_snapshot()))";

    /** Some lines in a row, and where to go on; nowhere after the last. */
    record Page(List<String> lines, Optional<Place> next) {}

    /** Every transaction that may write below this position is over, and what it wrote is there to be read from now on. */
    long settled(Tx tx) {
        return tx.rows(SETTLED).iterator().next().getLong(0);
    }

    /** What follows a place and was written before a position. */
    Page page(Tx tx, Place after, long toPosition) {
        return after.writtenIn() == 0 && toPosition > 0 ? uncounted(tx, after) : counted(tx, after, toPosition);
    }

    private static Page uncounted(Tx tx, Place after) {
        Page page = page(tx.rows(UNCOUNTED, after.customerId(), after.programme(), after.number(), PAGE));
        return page.next().isPresent() ? page : new Page(page.lines(), Optional.of(Place.before(1)));
    }

    private static Page counted(Tx tx, Place after, long toPosition) {
        return page(tx.rows(
                COUNTED, after.writtenIn(), after.customerId(), after.programme(), after.number(), toPosition, PAGE));
    }

    private static Page page(RowSet<Row> rows) {
        List<String> lines = new ArrayList<>(rows.size());
        Row last = null;
        for (Row row : rows) {
            lines.add(row.getString("line"));
            last = row;
        }
        return new Page(lines, lines.size() < PAGE ? Optional.empty() : Optional.of(place(last)));
    }

    private static Place place(Row row) {
        return new Place(
                row.getLong("written_in"),
                row.getUUID("customer_id"),
                row.getString("programme"),
                row.getLong("number"));
    }
}
