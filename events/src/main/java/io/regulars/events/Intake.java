package io.regulars.events;

import java.time.Instant;
import java.util.UUID;

/** What the gateway took in and nobody has looked at yet, on topic {@code intake}. The only facts that may be personal. */
public sealed interface Intake extends Event {

    /** {@code ahead}: the till's clock was ahead of ours, within what is accepted. */
    @Type("intake.purchase.posted.v1")
    record PurchasePosted(UUID purchaseId, Purchase purchase, boolean ahead, Instant receivedAt) implements Intake {
        @Override
        public UUID subject() {
            return purchaseId;
        }

        @Override
        public Instant occurredAt() {
            return purchase.occurredAt();
        }
    }

    /** {@code originalId} is the purchase undone, or null; both travel in one partition. */
    @Type("intake.refund.posted.v1")
    record RefundPosted(UUID refundId, @MayBeMissing UUID originalId, Refund refund, boolean ahead, Instant receivedAt)
            implements Intake {
        @Override
        public UUID subject() {
            return originalId == null ? refundId : originalId;
        }

        @Override
        public Instant occurredAt() {
            return refund.occurredAt();
        }
    }

    /** Travels in the partition of the purchase it undoes. */
    @Type("intake.void.posted.v1")
    record VoidPosted(UUID voidId, UUID purchaseId, Voiding voiding, boolean ahead, Instant receivedAt)
            implements Intake {
        @Override
        public UUID subject() {
            return purchaseId;
        }

        @Override
        public Instant occurredAt() {
            return voiding.occurredAt();
        }
    }

    @Type("intake.touchpoint.posted.v1")
    record TouchpointPosted(UUID touchpointId, Touchpoint touchpoint, Instant receivedAt) implements Intake {
        @Override
        public UUID subject() {
            return touchpointId;
        }

        @Override
        public Instant occurredAt() {
            return touchpoint.occurredAt();
        }
    }
}
