package io.regulars.local.check.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Prints;
import java.sql.SQLException;
import java.util.UUID;

/** Reads loyalty-service's tables. */
public final class LoyaltyReader {
    private static final UUID FIRST = new UUID(0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pages pages;
    private final Ids ids;
    private final Loyalty loyalty;

    public LoyaltyReader(Pages pages, Evidence evidence) {
        this.pages = pages;
        this.ids = evidence.ids;
        this.loyalty = evidence.loyalty;
    }

    public void read() {
        receipts();
        members();
        points();
    }

    private void receipts() {
        pages.read(
                "purchase_id, customer_id, told_by, occurred_at, recorded_at, total, training, lines",
                "purchase",
                new Object[] {FIRST},
                row -> loyalty.purchases.add(purchase(row)));
        pages.read(
                "refund_id, original_id, customer_id, told_by, occurred_at, recorded_at, total, state, taken",
                "refund",
                new Object[] {FIRST},
                row -> loyalty.refunds.add(new Loyalty.Refund(
                        row.id(ids),
                        row.id(ids),
                        row.id(ids),
                        row.id(ids),
                        row.micros(),
                        row.micros(),
                        row.number(),
                        row.text(),
                        row.number())));
    }

    private Loyalty.Purchase purchase(Row row) throws SQLException {
        int id = row.id(ids);
        int customer = row.id(ids);
        int toldBy = row.id(ids);
        long occurredAt = row.micros();
        long recordedAt = row.micros();
        return new Loyalty.Purchase(
                id,
                customer,
                toldBy,
                recordedAt != Micros.NEVER,
                occurredAt,
                recordedAt,
                row.number(),
                row.flag(),
                lines(row.text()));
    }

    /** Stored as {@code [[line, sku, amount, points], ...]}. */
    private static long lines(String json) throws SQLException {
        try {
            long print = Prints.NOTHING;
            for (JsonNode line : JSON.readTree(json)) {
                int sku = line.get(1).isNull() ? 0 : Prints.sku(line.get(1).asText());
                print = Prints.and(
                        print,
                        Prints.share(
                                line.get(0).asInt(),
                                sku,
                                line.get(2).asLong(),
                                line.get(3).asLong()));
            }
            return print;
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("lines of a purchase cannot be read", unreadable);
        }
    }

    private void members() {
        pages.read(
                "customer_id, programme, enrolled_at, counts_from, tier, spend, spend_as_of",
                "membership",
                new Object[] {FIRST, ""},
                row -> loyalty.members.add(new Loyalty.Member(
                        row.id(ids), row.text(), row.micros(), row.micros(), row.text(), row.number(), row.micros())));
        pages.read(
                "customer_id, programme, active, pending, held, debt, transfers",
                "wallet",
                new Object[] {FIRST, ""},
                row -> {
                    int customer = row.id(ids);
                    row.text();
                    loyalty.wallets.add(new Loyalty.Wallet(
                            customer, row.number(), row.number(), row.number(), row.number(), row.number()));
                });
    }

    private void points() {
        pages.read(
                "customer_id, programme, number, debit, credit, amount, balance, reason, purchase_id, refund_id",
                "transfer",
                new Object[] {FIRST, "", 0L},
                row -> {
                    int customer = row.id(ids);
                    row.text();
                    loyalty.transfers.add(new Loyalty.Transfer(
                            customer,
                            row.number(),
                            row.text(),
                            row.text(),
                            row.number(),
                            row.number(),
                            row.text(),
                            row.id(ids),
                            row.id(ids)));
                });
        pages.read(
                "customer_id, programme, number, purchase_id, points, remaining, earned_at, expires_at",
                "lot",
                new Object[] {FIRST, "", 0L},
                row -> {
                    int customer = row.id(ids);
                    row.text();
                    loyalty.lots.add(new Loyalty.Lot(
                            customer,
                            row.number(),
                            row.id(ids),
                            row.number(),
                            row.number(),
                            row.micros(),
                            row.micros()));
                });
    }
}
