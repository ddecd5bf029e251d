package io.regulars.loyalty.points;

import java.time.Instant;
import java.util.UUID;

/**
 * Points that moved, once and for ever.
 *
 * @param number counts a member's transfers from 1 without gaps
 * @param balance active less debt once they had moved
 */
public record Transfer(
        UUID customerId,
        String programme,
        long number,
        Account debit,
        Account credit,
        long amount,
        Reason reason,
        UUID purchaseId,
        UUID refundId,
        UUID causedBy,
        Instant at,
        long balance) {

    public enum Reason {
        /** A purchase was worth them. */
        EARNED,
        /** The goods they were earned with came back. */
        RETURNED
    }
}
