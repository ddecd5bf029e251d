package io.regulars.local.truth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import java.time.Instant;

/** One thing somebody did to the suite from outside, and what it answered: a line of the record that {@code check} reads. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Truth(
        Op op,
        String shopper,
        String receiptId,
        Purchase purchase,
        Refund refund,
        Enrolment enrolment,
        Outcome outcome,
        int status,
        Instant at) {

    /** An opt-in: who (by e-mail or card), from when it was asked to count, and the customer it was answered for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Enrolment(String card, String email, Instant enrolledAt, String customerId) {}

    public enum Op {
        @JsonProperty("purchase")
        PURCHASE,
        @JsonProperty("refund")
        REFUND,
        /** {@code receiptId} is the void's. */
        @JsonProperty("void")
        VOID,
        @JsonProperty("enrol")
        ENROL,
        /** {@code receiptId} is the touchpoint's. */
        @JsonProperty("touchpoint")
        TOUCHPOINT
    }

    /** What we know of the effect: it must be there, it may be there (no answer, or 503), it must not be there. */
    public enum Outcome {
        @JsonProperty("ok")
        OK,
        @JsonProperty("unknown")
        UNKNOWN,
        @JsonProperty("refused")
        REFUSED
    }
}
