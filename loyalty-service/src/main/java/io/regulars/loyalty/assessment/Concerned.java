package io.regulars.loyalty.assessment;

import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Whose points a batch may move. */
final class Concerned {

    private Concerned() {}

    static Set<UUID> all(OpenBook book, Arrivals arrivals) {
        Set<UUID> concerned = mayGiveBack(book, arrivals);
        for (KeptPurchase purchase : arrivals.purchases()) concerned.add(purchase.customerId());
        arrivals.contacts().forEach(contact -> concerned.add(contact.customerId()));
        concerned.remove(null);
        return concerned;
    }

    static Set<UUID> mayGiveBack(OpenBook book, Arrivals arrivals) {
        Set<UUID> customers = new HashSet<>();
        for (KeptRefund refund : arrivals.refunds()) customers.add(buyerOf(refund, book, arrivals));
        for (KeptPurchase purchase : arrivals.purchases()) {
            if (!book.refundsOf(purchase.purchaseId()).isEmpty()) customers.add(purchase.customerId());
        }
        customers.remove(null);
        return customers;
    }

    private static UUID buyerOf(KeptRefund refund, OpenBook book, Arrivals arrivals) {
        if (refund.originalId() == null) return refund.namedCustomerId();
        KeptPurchase seen = book.purchase(refund.originalId());
        KeptPurchase original = seen == null ? arrivals.purchase(refund.originalId()) : seen;
        return original == null ? null : original.customerId();
    }
}
