package io.regulars.loyalty.assessment;

import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that a batch of facts may look at and change, in memory: filled from the store, folded over, written back. The
 * folds know nothing else, so they run the same without a database.
 */
public final class OpenBook {

    private final Programme programme;
    private final Arrivals arrivals;
    private final Map<UUID, KeptPurchase> purchases = new HashMap<>();
    private final RefundPile refunds = new RefundPile();
    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private Instant latest;

    public OpenBook(Programme programme, Arrivals arrivals) {
        this.programme = programme;
        this.arrivals = arrivals;
        this.latest = arrivals.latest();
    }

    public Programme programme() {
        return programme;
    }

    /** Adds a purchase that was seen before. */
    public void known(KeptPurchase purchase) {
        arrivals.takePurchase(purchase.purchaseId());
        heard(purchase.recordedAt());
        purchases.put(purchase.purchaseId(), purchase);
    }

    /** Adds a refund that was seen before. */
    public void known(KeptRefund refund) {
        arrivals.takeRefund(refund.refundId());
        heard(refund.recordedAt());
        refunds.know(refund);
    }

    private void heard(Instant recordedAt) {
        if (recordedAt.isAfter(latest)) latest = recordedAt;
    }

    public void known(Member member) {
        members.put(member.customerId(), member);
    }

    /** No fact that this book knows of was recorded later. */
    public Instant latest() {
        return latest;
    }

    /** Customers whose points or spend the batch may move. */
    public Set<UUID> concerned() {
        Set<UUID> concerned = mayGiveBack();
        for (KeptPurchase purchase : arrivals.purchases()) concerned.add(purchase.customerId());
        concerned.remove(null);
        return concerned;
    }

    /** Customers from whom the batch may take something back. */
    public Set<UUID> mayGiveBack() {
        Set<UUID> customers = new HashSet<>();
        for (KeptRefund refund : arrivals.refunds()) customers.add(buyerOf(refund));
        for (KeptPurchase purchase : arrivals.purchases()) {
            if (!refundsOf(purchase.purchaseId()).isEmpty()) customers.add(purchase.customerId());
        }
        customers.remove(null);
        return customers;
    }

    private UUID buyerOf(KeptRefund refund) {
        if (refund.originalId() == null) return refund.namedCustomerId();
        KeptPurchase seen = purchases.get(refund.originalId());
        KeptPurchase original = seen == null ? arrivals.purchase(refund.originalId()) : seen;
        return original == null ? null : original.customerId();
    }

    /** The purchase a fact tells of, from now on seen; null when it was seen before. */
    KeptPurchase arrive(UUID purchaseId) {
        KeptPurchase arrived = arrivals.takePurchase(purchaseId);
        if (arrived != null) purchases.put(purchaseId, arrived);
        return arrived;
    }

    /** The refund a fact tells of; null when it was seen before. */
    KeptRefund arriveRefund(UUID refundId) {
        return arrivals.takeRefund(refundId);
    }

    /** A purchase that was seen, or null. */
    public KeptPurchase purchase(UUID purchaseId) {
        return purchases.get(purchaseId);
    }

    /** All purchases that were seen. */
    Collection<KeptPurchase> purchases() {
        return purchases.values();
    }

    /** The refunds that were seen before. */
    Collection<KeptRefund> refunds() {
        return refunds.known();
    }

    public Member member(UUID customerId) {
        return members.get(customerId);
    }

    Collection<KeptRefund> refundsOf(UUID purchaseId) {
        return refunds.of(purchaseId);
    }

    void write(KeptRefund refund) {
        refunds.write(refund);
    }

    public Collection<Member> members() {
        return members.values();
    }

    public List<KeptRefund> newRefunds() {
        return refunds.writtenFirst();
    }

    public List<KeptRefund> changedRefunds() {
        return refunds.writtenAgain();
    }
}
