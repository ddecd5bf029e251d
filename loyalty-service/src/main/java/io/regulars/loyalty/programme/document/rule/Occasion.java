package io.regulars.loyalty.programme.document.rule;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Which of a member's purchases. What is left out does not matter. */
public record Occasion(
        @JsonPropertyDescription("The first one of all.") boolean firstPurchase,

        @JsonPropertyDescription("The first of the visit with this number, counted from 1.")
        Integer visit,

        @JsonPropertyDescription("The first of every n-th visit.")
        Integer everyVisit,

        @JsonPropertyDescription("On the birthday, in its week or in its month.")
        Near birthday,

        @JsonPropertyDescription("On the day of joining in later years, in its week or in its month.")
        Near anniversary) {

    public static final Occasion ANY = new Occasion(false, null, null, null, null);

    public enum Near {
        DAY,
        WEEK,
        MONTH
    }
}
