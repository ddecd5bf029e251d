package io.regulars.loyalty.receipt;

import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.refund.takeback.BroughtBack;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A refund as loyalty keeps it. {@code customerId} is whose points and spend it concerns: the original's buyer, or who
 * was named when there is no original; nobody while it waits for its original.
 *
 * @param whole a void: all that is left of its original goes back, as if it had never been bought
 * @param currency null for the programme's own
 * @param taken points that went back, and {@code shortfall} those that were given up
 */
public record KeptRefund(
        UUID refundId,
        UUID originalId,
        UUID namedCustomerId,
        UUID customerId,
        Instant occurredAt,
        Instant recordedAt,
        String currency,
        long total,
        List<RefundLine> lines,
        State state,
        long taken,
        long shortfall,
        UUID toldBy,
        boolean whole) {

    public enum State {
        /** Its original has not been seen. */
        WAITING,
        /** Kept without effect: nobody's, a non-member's, or before the opt-in counts. */
        KEPT,
        /** Its points were taken back and it lowers the net spend. */
        COUNTED
    }

    public static KeptRefund of(PurchaseRefunded fact, Cause cause) {
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
                fact.refund().currency(),
                fact.refund().total(),
                lines,
                named ? State.WAITING : State.KEPT,
                0,
                0,
                cause.eventId(),
                false);
    }

    /** What it is worth follows from its original alone. */
    public static KeptRefund of(PurchaseVoided fact, Cause cause) {
        return new KeptRefund(
                fact.voidId(),
                fact.purchaseId(),
                fact.customerId(),
                null,
                fact.occurredAt(),
                cause.recordedAt(),
                null,
                0,
                List.of(),
                State.WAITING,
                0,
                0,
                cause.eventId(),
                true);
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
                currency,
                total,
                lines,
                State.KEPT,
                0,
                0,
                toldBy,
                whole);
    }

    /** When it happened, and at its arrival where the till's clock is ahead. */
    public Instant judgedAt() {
        return occurredAt.isAfter(recordedAt) ? recordedAt : occurredAt;
    }

    /** What went back to the shopper, in the programme's money. */
    public long total(ProgrammeVersion programme) {
        return programme.accepts(currency) ? total : 0;
    }

    /** @param original what was bought, or null where that is not known */
    public List<BroughtBack> goods(KeptPurchase original) {
        if (whole) return original.all();
        return lines.stream()
                .map(line -> new BroughtBack(line.line(), line.sku(), line.amount()))
                .toList();
    }

    public KeptRefund counted(long points, long givenUp) {
        return new KeptRefund(
                refundId,
                originalId,
                namedCustomerId,
                customerId,
                occurredAt,
                recordedAt,
                currency,
                total,
                lines,
                State.COUNTED,
                points,
                givenUp,
                toldBy,
                whole);
    }
}
