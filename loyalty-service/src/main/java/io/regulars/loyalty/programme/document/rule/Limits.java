package io.regulars.loyalty.programme.document.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.Cap;
import io.regulars.loyalty.programme.document.Lapse;

/** How often and how much a rule gives. What is left out is not limited. */
public record Limits(
        @JsonPropertyDescription("For one member.") Times times,

        @JsonPropertyDescription("For one member: not again before so much time has passed.")
        Lapse coolDown,

        @JsonPropertyDescription("For one member: the part that fits is credited.")
        Cap cap,

        @JsonPropertyDescription("What would bring more on one receipt brings nothing.")
        Long perReceipt,

        @JsonPropertyDescription("The budget it draws on: what is left of it is credited.")
        String budget) {

    public static final Limits NONE = new Limits(null, null, null, null, null);

    public record Times(
            @JsonProperty(required = true) int most,
            @JsonPropertyDescription("Default: ever.") Cadence per) {

        public Times {
            per = per == null ? Cadence.EVER : per;
        }
    }
}
