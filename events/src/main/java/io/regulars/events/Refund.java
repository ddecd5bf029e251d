package io.regulars.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Goods that came back, with the receipt they were bought on when the till knows it. Amounts are positive minor units. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refund(
        String store,
        String terminal,
        String receipt,
        LocalDate businessDate,
        Instant occurredAt,
        String currency,
        Original original,
        CustomerRef customer,
        List<Line> lines,
        String reason) {

    public Refund {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** What went back to the shopper. */
    public long total() {
        return lines.stream().mapToLong(Line::amount).reduce(0, Math::addExact);
    }

    /** The same refund, in the currency of the installation when the till left it out. */
    public Refund in(String other) {
        return new Refund(store, terminal, receipt, businessDate, occurredAt, other, original, customer, lines, reason);
    }

    /** The same refund without its customer's identifiers and without the cashier's free text. */
    public Refund withoutCustomer() {
        return new Refund(store, terminal, receipt, businessDate, occurredAt, currency, original, null, lines, null);
    }

    /** The purchase that is undone, by id or by its natural key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Original(UUID purchaseId, String store, String terminal, String receipt, LocalDate businessDate) {}

    /** {@code line} names the line of the original; without it the line is matched by its {@code sku}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(Integer line, String sku, BigDecimal quantity, Long amount) {
        public Line {
            quantity = quantity == null ? BigDecimal.ONE : Purchase.Line.plain(quantity);
        }
    }
}
