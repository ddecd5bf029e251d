package io.regulars.loyalty.programme.document.rule;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.math.BigDecimal;

/** What a rule gives: points per money, a fixed number, or a multiple of what base rules give. Exactly one of them. */
public record Gives(
        @JsonPropertyDescription("So many points …") Long points,

        @JsonPropertyDescription("… for every so much money, in whole units of the currency.")
        BigDecimal per,

        @JsonPropertyDescription(
                "lines (default): of the lines that fit; receipt: of its total, tip and rounding included.")
        Of of,

        @JsonPropertyDescription("paid (default): after discounts; list: before.")
        Price price,

        @JsonPropertyDescription("included (default) or excluded.")
        Tax tax,

        @JsonPropertyDescription(
                "Only whole amounts of per count, line by line or on the receipt as rounding says; default: false.")
        boolean wholeStepsOnly,

        @JsonPropertyDescription("So many points, never multiplied.")
        Long fixed,

        @JsonPropertyDescription("For each of them; default: basket. A visit is a day in a store.")
        Each each,

        @JsonPropertyDescription("So many times what the base rules give for a line.")
        BigDecimal multiply) {

    public enum Of {
        LINES,
        RECEIPT
    }

    public enum Price {
        PAID,
        LIST
    }

    public enum Tax {
        INCLUDED,
        EXCLUDED
    }

    public enum Each {
        LINE,
        BASKET,
        VISIT
    }

    public Gives {
        of = of == null ? Of.LINES : of;
        price = price == null ? Price.PAID : price;
        tax = tax == null ? Tax.INCLUDED : tax;
        each = each == null ? Each.BASKET : each;
    }
}
