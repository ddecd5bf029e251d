package io.regulars.local.check.history;

import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Prints receipts, each with the next number. */
final class SmallTill {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private int number;

    static CustomerRef shopper(int index) {
        return CustomerRef.email("shopper." + index + "@example.org");
    }

    static Purchase.Line line(int number, long amount) {
        return new Purchase.Line(number, null, "SKU-" + number, null, null, null, null, null, null, null, 0, amount);
    }

    Purchase receipt(CustomerRef customer, List<Purchase.Line> lines, boolean training, Instant occurredAt) {
        long total = lines.stream().mapToLong(Purchase.Line::amount).sum();
        return new Purchase(
                "S-1",
                "T-1",
                "" + ++number,
                DAY,
                occurredAt,
                "store",
                "USD",
                total,
                true,
                0,
                0,
                0,
                training,
                customer,
                lines,
                null,
                null);
    }

    Refund refund(CustomerRef customer, List<Refund.Line> lines, Instant at) {
        return new Refund("S-1", "T-1", "" + ++number, DAY, at, "USD", null, customer, lines, null);
    }
}
