package io.regulars.local.check.model;

import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Facts.Purchase;
import io.regulars.local.check.evidence.Facts.Refund;

/** Who is charged for what came back, under what it is reckoned, and which moment decides whether it counts. */
public final class Charges {
    private final Index<Purchase> purchases;

    Charges(Index<Purchase> purchases) {
        this.purchases = purchases;
    }

    /** Refunds of a purchase are reckoned together under it, one without a purchase under itself. */
    public static int under(Refund refund) {
        return refund.original() == 0 ? refund.id() : refund.original();
    }

    /** The buyer, or who was named when there is no purchase; 0 while that is not known. */
    int customer(Refund refund) {
        if (refund.original() == 0) return refund.customer();
        Purchase original = purchases.get(refund.original());
        return original == null || original.training() ? 0 : original.customer();
    }

    /** When it must have happened to count: the purchase, where there is one. */
    long decides(Refund refund) {
        return refund.original() == 0
                ? refund.occurredAt()
                : purchases.get(refund.original()).occurredAt();
    }
}
