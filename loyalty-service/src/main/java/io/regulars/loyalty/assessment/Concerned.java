package io.regulars.loyalty.assessment;

import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Whose points a batch may move, and which purchases of before it comes back to. */
public final class Concerned {

    private final OpenBook book;
    private final Arrivals arrivals;

    Concerned(OpenBook book, Arrivals arrivals) {
        this.book = book;
        this.arrivals = arrivals;
    }

    /** Customers whose points or spend the batch may move. */
    public Set<UUID> all() {
        Set<UUID> concerned = mayGiveBack();
        for (KeptPurchase purchase : arrivals.purchases()) concerned.add(purchase.customerId());
        arrivals.contacts().forEach(contact -> concerned.add(contact.customerId()));
        concerned.remove(null);
        return concerned;
    }

    /** Customers from whom the batch may take something back. */
    Set<UUID> mayGiveBack() {
        Set<UUID> customers = new HashSet<>();
        for (KeptRefund refund : arrivals.refunds()) customers.add(buyerOf(refund));
        for (KeptPurchase purchase : arrivals.purchases()) {
            if (!book.refunds().of(purchase.purchaseId()).isEmpty()) customers.add(purchase.customerId());
        }
        customers.remove(null);
        return customers;
    }

    /** Purchases of before that the batch brings something back of. */
    public Set<UUID> mayComeBack() {
        Set<UUID> originals = arrivals.originals();
        originals.removeIf(id -> book.purchases().get(id) == null);
        return originals;
    }

    /** In whose ledgers points of what comes back may have moved: their own, and whose it was before. */
    Set<UUID> ledgers(Set<UUID> concerned) {
        Set<UUID> ledgers = new HashSet<>(concerned);
        for (UUID id : mayComeBack()) ledgers.addAll(book.purchases().get(id).movedFrom());
        return ledgers;
    }

    /** Purchases that the batch undoes as a whole, or that it brings although they are undone. */
    public Set<UUID> mayBeVoided() {
        Set<UUID> voided = arrivals.voided();
        for (KeptPurchase purchase : arrivals.purchases()) {
            if (book.refunds().isVoided(purchase.purchaseId())) voided.add(purchase.purchaseId());
        }
        return voided;
    }

    private UUID buyerOf(KeptRefund refund) {
        if (refund.originalId() == null) return refund.namedCustomerId();
        KeptPurchase seen = book.purchases().get(refund.originalId());
        KeptPurchase original = seen == null ? arrivals.purchase(refund.originalId()) : seen;
        return original == null ? null : original.customerId();
    }
}
