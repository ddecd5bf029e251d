package io.regulars.local.simulator.town;

import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import java.util.UUID;

/**
 * One receipt as it lies before the cashier: a purchase or a refund.
 *
 * @param shopper null when nobody was named
 * @param flaw what is wrong with it, or null; a flawed one must be refused
 */
public record Slip(Shopper shopper, Purchase purchase, Refund refund, Flaw flaw) {

    static Slip of(Shopper shopper, Purchase purchase) {
        return new Slip(shopper, purchase, null, null);
    }

    static Slip of(Shopper shopper, Refund refund) {
        return new Slip(shopper, null, refund, null);
    }

    /** The id the suite gives it, or would give it. */
    public UUID id() {
        return refund == null ? ReceiptIds.of(purchase) : ReceiptIds.of(refund);
    }

    /** The same purchase with other content. */
    public Slip with(Purchase other) {
        return new Slip(shopper, other, refund, flaw);
    }

    /** The same purchase, its shopper named in another way. */
    public Slip naming(CustomerRef customer) {
        return with(new Purchase(
                purchase.store(),
                purchase.terminal(),
                purchase.receipt(),
                purchase.businessDate(),
                purchase.occurredAt(),
                purchase.channel(),
                purchase.currency(),
                purchase.total(),
                purchase.taxIncluded(),
                purchase.taxTotal(),
                purchase.tip(),
                purchase.rounding(),
                purchase.training(),
                customer,
                purchase.lines(),
                purchase.applied(),
                purchase.tenders()));
    }

    public boolean isFlawed() {
        return flaw != null;
    }
}
