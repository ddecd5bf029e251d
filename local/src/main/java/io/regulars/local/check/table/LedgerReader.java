package io.regulars.local.check.table;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Loyalty;
import java.sql.SQLException;
import java.util.UUID;

/** Reads loyalty-service's transfers and the hours that were closed over them. */
final class LedgerReader {
    private static final UUID FIRST = new UUID(0, 0);

    private final Pages pages;
    private final Ids ids;
    private final Loyalty loyalty;

    LedgerReader(Pages pages, Ids ids, Loyalty loyalty) {
        this.pages = pages;
        this.ids = ids;
        this.loyalty = loyalty;
    }

    /** The look comes before the hours it closed, and hours come before their transfers, of which none are added. */
    void read() {
        pages.all("select looked_at from ledger_closing", row -> loyalty.lookedAt = row.micros());
        pages.read(
                "number, hour, from_position, to_position, transfers, previous_hash, hash",
                "ledger_hour",
                new Object[] {0L},
                row -> loyalty.closedHours.add(new Loyalty.ClosedHour(
                        row.number(), row.micros(), row.number(), row.number(), row.number(), row.text(), row.text())));
        pages.read(
                "customer_id, programme collate \"C\", number, wallet, debit, credit, amount, balance, at, reason, "
                        + "purchase_id, refund_id, lot, caused_by, written_in",
                "transfer",
                new Object[] {FIRST, "", 0L},
                row -> loyalty.transfers.add(transfer(row)));
    }

    private Loyalty.Transfer transfer(Row row) throws SQLException {
        int customer = row.id(ids);
        String programme = row.text();
        long number = row.number();
        return new Loyalty.Transfer(
                customer,
                programme,
                row.text(),
                number,
                row.text(),
                row.text(),
                row.number(),
                row.number(),
                row.micros(),
                row.text(),
                row.id(ids),
                row.id(ids),
                row.number(),
                row.id(ids),
                row.number());
    }
}
