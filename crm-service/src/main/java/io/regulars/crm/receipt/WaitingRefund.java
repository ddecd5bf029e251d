package io.regulars.crm.receipt;

import io.regulars.events.Refund;
import io.regulars.events.TouchpointEvent;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.Voiding;
import io.regulars.platform.journal.Cause;
import java.util.UUID;

/** A refund, or a void, that waits for its purchase, with the cause its facts will name; one of both is null. */
record WaitingRefund(UUID refundId, UUID originalId, Refund refund, Voiding voiding, Cause cause) {

    /** What is told once it is known whose it is. */
    TouchpointEvent fact(UUID customerId, UUID identifierRef) {
        return refund == null
                ? new PurchaseVoided(refundId, originalId, customerId, identifierRef, voiding)
                : new PurchaseRefunded(refundId, originalId, customerId, identifierRef, refund);
    }
}
