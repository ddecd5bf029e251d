package io.regulars.loyalty.receipt;

import io.regulars.events.Purchase;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.refund.takeback.BroughtBack;
import io.regulars.loyalty.refund.takeback.SoldLine;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A purchase as loyalty keeps it, whoever made it, whether or not it ever counts. It never changes. Of a receipt nobody
 * was named on, and of a training one, only that it was seen is kept.
 *
 * @param receipt as the till told it, or null
 * @param identifierRef of what it named its customer by, or null
 * @param movedFrom whose it was before, as customers were merged and parted
 */
public record KeptPurchase(
        UUID purchaseId,
        UUID customerId,
        boolean training,
        Instant occurredAt,
        Instant recordedAt,
        Purchase receipt,
        UUID toldBy,
        UUID identifierRef,
        List<UUID> movedFrom) {

    public static KeptPurchase of(PurchaseRecorded fact, Cause cause) {
        boolean training = fact.purchase().training();
        UUID customer = training ? null : fact.customerId();
        return new KeptPurchase(
                fact.purchaseId(),
                customer,
                training,
                fact.occurredAt(),
                cause.recordedAt(),
                customer == null ? null : fact.purchase().withoutCustomer(),
                cause.eventId(),
                customer == null ? null : fact.identifierRef(),
                List.of());
    }

    /** A purchase that a refund named and nobody has seen. */
    static KeptPurchase awaited(UUID purchaseId) {
        return new KeptPurchase(purchaseId, null, false, null, null, null, null, null, List.of());
    }

    /** A till whose clock is ahead does not bring the future: what it says is judged at its arrival. */
    public Instant judgedAt() {
        return occurredAt.isAfter(recordedAt) ? recordedAt : occurredAt;
    }

    /** Whoever has it now would not have it without a merge; not so of what came back when that merge was undone. */
    public boolean cameByMerge() {
        return !movedFrom.isEmpty() && !movedFrom.get(0).equals(customerId);
    }

    /** What was paid, in the programme's money; a receipt in other money is worth nothing there. */
    public long total(ProgrammeVersion programme) {
        return receipt == null || receipt.total() == null || !programme.accepts(receipt.currency())
                ? 0
                : receipt.total();
    }

    /** All of it, as if it were brought back; also of a receipt on which nothing was sold. */
    List<BroughtBack> all() {
        List<SoldLine> sold = sold();
        if (sold.isEmpty()) return List.of(BroughtBack.WHOLE);
        return sold.stream()
                .map(line -> new BroughtBack(line.line(), line.sku(), line.amount()))
                .toList();
    }

    /** What can be brought back of it: its lines, or all of it where no line was paid for. */
    public List<SoldLine> sold() {
        List<SoldLine> sold = new ArrayList<>();
        long byLine = 0;
        for (Purchase.Line line : receipt.lines()) {
            long paid = line.amount() == null ? 0 : Math.max(0, line.amount());
            sold.add(new SoldLine(line.line(), line.sku(), paid));
            byLine += paid;
        }
        long total = receipt.total() == null ? 0 : receipt.total();
        if (byLine == 0 && total > 0) sold.add(new SoldLine(0, null, total));
        return sold;
    }
}
