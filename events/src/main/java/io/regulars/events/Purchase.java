package io.regulars.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A receipt as the till posted it. Amounts are minor units of {@code currency}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Purchase(
        String store,
        String terminal,
        String receipt,
        LocalDate businessDate,
        Instant occurredAt,
        String channel,
        String currency,
        Long total,
        Boolean taxIncluded,
        long taxTotal,
        long tip,
        long rounding,
        boolean training,
        CustomerRef customer,
        List<Line> lines,
        List<Applied> applied,
        List<Tender> tenders) {

    public Purchase {
        channel = channel == null ? "store" : channel;
        taxIncluded = taxIncluded == null || taxIncluded;
        lines = numbered(lines);
        applied = applied == null ? List.of() : List.copyOf(applied);
        tenders = tenders == null ? List.of() : List.copyOf(tenders);
    }

    /** The same receipt without its customer's identifiers: what may enter a fact topic. */
    public Purchase withoutCustomer() {
        return new Purchase(
                store,
                terminal,
                receipt,
                businessDate,
                occurredAt,
                channel,
                currency,
                total,
                taxIncluded,
                taxTotal,
                tip,
                rounding,
                training,
                null,
                lines,
                applied,
                tenders);
    }

    private static List<Line> numbered(List<Line> lines) {
        if (lines == null) return List.of();
        List<Line> numbered = new ArrayList<>(lines.size());
        for (Line line : lines) numbered.add(line.line() == null ? line.at(numbered.size() + 1) : line);
        return List.copyOf(numbered);
    }

    /** One line of a receipt; {@code amount} is what was paid for it after discounts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            Integer line,
            Kind kind,
            String sku,
            String category,
            String brand,
            String collection,
            List<String> labels,
            BigDecimal quantity,
            Long listAmount,
            List<Applied> discounts,
            long tax,
            Long amount) {

        public Line {
            kind = kind == null ? Kind.SALE : kind;
            labels = labels == null ? List.of() : List.copyOf(labels);
            discounts = discounts == null ? List.of() : List.copyOf(discounts);
            quantity = quantity == null ? BigDecimal.ONE : plain(quantity);
        }

        Line at(int number) {
            return new Line(
                    number,
                    kind,
                    sku,
                    category,
                    brand,
                    collection,
                    labels,
                    quantity,
                    listAmount,
                    discounts,
                    tax,
                    amount);
        }

        /** 2 and 2.0 are the same quantity, and the same content of a receipt. */
        static BigDecimal plain(BigDecimal quantity) {
            BigDecimal stripped = quantity.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    public enum Kind {
        @JsonProperty("sale")
        SALE,
        @JsonProperty("return")
        RETURN,
        @JsonProperty("delivery")
        DELIVERY,
        @JsonProperty("deposit")
        DEPOSIT,
        @JsonProperty("giftCard")
        GIFT_CARD,
        @JsonProperty("fee")
        FEE
    }

    /** A coupon, voucher or discount that took {@code amount} off. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Applied(String type, String code, long amount) {}

    public record Tender(String type, long amount) {}
}
