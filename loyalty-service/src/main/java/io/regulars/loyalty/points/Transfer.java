package io.regulars.loyalty.points;

import io.regulars.loyalty.points.life.Movement;
import java.time.Instant;
import java.util.UUID;

/**
 * Points that moved, once and for ever.
 *
 * @param number counts a member's transfers from 1 without gaps, over all wallets
 * @param lot the only one it concerns, or null
 * @param at when it took effect
 * @param balance the wallet's active less debt once they had moved
 */
public record Transfer(
        UUID customerId,
        String programme,
        String wallet,
        long number,
        Movement way,
        long amount,
        Long lot,
        Origin origin,
        Instant at,
        long balance) {

    /** What made points move: a purchase, a refund, or neither; and the fact or command that told of it. */
    public record Origin(UUID purchaseId, UUID refundId, UUID causedBy) {

        public static Origin purchase(UUID purchaseId, UUID causedBy) {
            return new Origin(purchaseId, null, causedBy);
        }

        public static Origin nothingBut(UUID causedBy) {
            return new Origin(null, null, causedBy);
        }
    }
}
