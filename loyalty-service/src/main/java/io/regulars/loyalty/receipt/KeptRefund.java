package io.regulars.loyalty.receipt;

import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.loyalty.earning.EarningRules;
import io.regulars.loyalty.programme.Programme;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A refund as loyalty keeps it. {@code customerId} is whose points and spend it concerns: the original's buyer, or who
 * was named when there is no original; nobody while it waits for its original.
 */
public record KeptRefund(
        UUID refundId,
        UUID originalId,
        UUID namedCustomerId,
        UUID customerId,
        Instant occurredAt,
        Instant recordedAt,
        long total,
        List<RefundLine> lines,
        State state,
        long taken,
        UUID toldBy) {

    public enum State {
        /** Its original has not been seen. */
        WAITING,
        /** Kept without effect: nobody's, a non-member's, or before the opt-in counts. */
        KEPT,
        /** Its points were taken back and it lowers the net spend. */
        COUNTED
    }

    public static KeptRefund of(PurchaseRefunded fact, Cause cause, Programme programme) {
        List<RefundLine> lines = fact.refund().lines().stream()
                .map(line -> new RefundLine(line.line(), line.sku(), line.amount()))
                .toList();
        boolean named = fact.originalId() != null;
        return new KeptRefund(
                fact.refundId(),
                fact.originalId(),
                fact.customerId(),
                named ? null : fact.customerId(),
                fact.occurredAt(),
                cause.recordedAt(),
                EarningRules.totalOf(fact.refund(), programme),
                lines,
                named ? State.WAITING : State.KEPT,
                0,
                cause.eventId());
    }

    /** Its original is known: from here on it concerns whoever bought it. */
    public KeptRefund chargedTo(UUID buyer) {
        return new KeptRefund(
                refundId,
                originalId,
                namedCustomerId,
                buyer,
                occurredAt,
                recordedAt,
                total,
                lines,
                State.KEPT,
                0,
                toldBy);
    }

    public KeptRefund counted(long points) {
        return new KeptRefund(
                refundId,
                originalId,
                namedCustomerId,
                customerId,
                occurredAt,
                recordedAt,
                total,
                lines,
                State.COUNTED,
                points,
                toldBy);
    }
}
