package io.regulars.loyalty.receipt;

import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.loyalty.earning.EarningRules;
import io.regulars.loyalty.programme.Programme;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A purchase as loyalty keeps it, whoever made it: what it is worth, whether or not it ever counts. It never changes.
 * Of a receipt nobody was named on, and of a training one, only that it was seen is kept.
 */
public record KeptPurchase(
        UUID purchaseId,
        UUID customerId,
        boolean training,
        Instant occurredAt,
        Instant recordedAt,
        long total,
        List<PurchaseLine> lines,
        UUID toldBy) {

    public static KeptPurchase of(PurchaseRecorded fact, Cause cause, Programme programme) {
        boolean training = fact.purchase().training();
        UUID customer = training ? null : fact.customerId();
        boolean judged = customer != null;
        return new KeptPurchase(
                fact.purchaseId(),
                customer,
                training,
                fact.occurredAt(),
                cause.recordedAt(),
                judged ? EarningRules.totalOf(fact.purchase(), programme) : 0,
                judged ? EarningRules.linesOf(fact.purchase(), programme) : List.of(),
                cause.eventId());
    }

    /** A purchase that a refund named and nobody has seen. */
    static KeptPurchase awaited(UUID purchaseId) {
        return new KeptPurchase(purchaseId, null, false, null, null, 0, List.of(), null);
    }

    /** What it earns when it counts. */
    public long points() {
        long points = 0;
        for (PurchaseLine line : lines) points += line.points();
        return points;
    }
}
