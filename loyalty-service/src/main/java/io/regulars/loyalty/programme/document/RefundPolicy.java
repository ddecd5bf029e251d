package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What goods that come back take with them. */
public record RefundPolicy(
        @JsonPropertyDescription("line (default): what the returned lines earned; receipt: their share of it all.")
        TakenFrom takenFrom,

        @JsonPropertyDescription("How far it goes when the points are spent; default: debt.")
        WhenSpent whenSpent,

        @JsonPropertyDescription("When debt is forgiven: never (default) or on dates.")
        ExpiryPolicy debtExpiry,

        @JsonPropertyDescription("A tier that was reached with it is lost with it; default: true.")
        Boolean takesBackTier) {

    public static final RefundPolicy DEFAULT = new RefundPolicy(null, null, null, null);

    public enum TakenFrom {
        LINE,
        RECEIPT
    }

    public enum WhenSpent {
        /** Only points that are still pending are taken back. */
        ONLY_PENDING,
        /** What is there is taken back; what is missing is recorded. */
        WITHIN_BALANCE,
        /** What is missing is owed; later earnings repay it first. */
        DEBT
    }

    public RefundPolicy {
        takenFrom = takenFrom == null ? TakenFrom.LINE : takenFrom;
        whenSpent = whenSpent == null ? WhenSpent.DEBT : whenSpent;
        debtExpiry = debtExpiry == null ? ExpiryPolicy.NEVER : debtExpiry;
        takesBackTier = takesBackTier == null || takesBackTier;
    }
}
