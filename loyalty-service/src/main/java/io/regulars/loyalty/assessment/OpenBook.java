package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.limit.Budgets;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.PurchaseMove;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that a batch of facts may look at and change, in memory: filled from the store, folded over, written back. The
 * folds know nothing else, so they run the same without a database.
 */
public final class OpenBook {

    private final Rulebook rules;
    private final Arrivals arrivals;
    private final PurchasePile purchases = new PurchasePile();
    private final RefundPile refunds = new RefundPile();
    private final JudgedPile judged = new JudgedPile();
    private final MemberPile members = new MemberPile();
    private final List<Awarded> awarded = new ArrayList<>();
    private final BudgetUse budgets = new BudgetUse();
    private final List<PurchaseMove> moves = new ArrayList<>();
    private final ContactPile contacts;
    private Instant latest;

    public OpenBook(Rulebook rules, Arrivals arrivals) {
        this.rules = rules;
        this.arrivals = arrivals;
        this.latest = arrivals.latest();
        this.contacts = new ContactPile(rules, arrivals);
    }

    public Rulebook rules() {
        return rules;
    }

    /** Adds a purchase that was seen before. */
    public void known(KeptPurchase purchase) {
        arrivals.takePurchase(purchase.purchaseId());
        heard(purchase.recordedAt());
        purchases.know(purchase);
    }

    /** Adds a refund that was seen before. */
    public void known(KeptRefund refund) {
        arrivals.takeRefund(refund.refundId());
        heard(refund.recordedAt());
        refunds.know(refund);
    }

    /** Adds a purchase of before that nothing here is about, but that stands beside one that is. */
    public void beside(KeptPurchase purchase) {
        if (purchases.get(purchase.purchaseId()) == null) purchases.know(purchase);
    }

    /** What programmes are told of beside receipts. */
    public ContactPile contacts() {
        return contacts;
    }

    private void heard(Instant recordedAt) {
        if (recordedAt.isAfter(latest)) latest = recordedAt;
    }

    /** Adds what a purchase brought when it was judged. */
    public void known(Judged before) {
        judged.know(before);
    }

    /** Adds how points moved of a purchase that something may be taken back of. */
    public void known(PurchaseMove move) {
        moves.add(move);
    }

    List<PurchaseMove> moves(UUID purchaseId) {
        return moves.stream()
                .filter(move -> move.purchaseId().equals(purchaseId))
                .toList();
    }

    public void known(Member member) {
        members.know(member);
    }

    /** No fact that this book knows of was recorded later. */
    public Instant latest() {
        return latest;
    }

    /** Customers whose points or spend the batch may move. */
    public Set<UUID> concerned() {
        return Concerned.all(this, arrivals);
    }

    /** Customers from whom the batch may take something back. */
    public Set<UUID> mayGiveBack() {
        return Concerned.mayGiveBack(this, arrivals);
    }

    /** The purchase a fact tells of, from now on seen; null when it was seen before. */
    KeptPurchase arrive(UUID purchaseId) {
        KeptPurchase arrived = arrivals.takePurchase(purchaseId);
        if (arrived != null) purchases.know(arrived);
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
    public Collection<KeptPurchase> purchases() {
        return purchases.all();
    }

    /** What that customer bought, as far as it was seen. */
    public Collection<KeptPurchase> purchasesOf(UUID customerId) {
        return purchases.of(customerId);
    }

    RefundPile refunds() {
        return refunds;
    }

    public JudgedPile judged() {
        return judged;
    }

    public BudgetUse budgets() {
        return budgets;
    }

    /** What budgets were used up to before. */
    public void known(Map<Budgets.Name, Long> used) {
        budgets.know(used);
    }

    /** The memberships of a customer, in the order of the programmes; none for most. */
    List<Member> members(UUID customerId) {
        return members.of(customerId);
    }

    /** Purchases of before that the batch brings something back of. */
    public Set<UUID> mayComeBack() {
        Set<UUID> originals = arrivals.originals();
        originals.removeIf(id -> purchases.get(id) == null);
        return originals;
    }

    /** In whose ledgers points of what comes back may have moved: their own, and whose it was before. */
    Set<UUID> ledgers(Set<UUID> concerned) {
        Set<UUID> ledgers = new HashSet<>(concerned);
        for (UUID id : mayComeBack()) ledgers.addAll(purchases.get(id).movedFrom());
        return ledgers;
    }

    /** Purchases that the batch undoes as a whole, or that it brings although they are undone. */
    public Set<UUID> mayBeVoided() {
        Set<UUID> voided = arrivals.voided();
        for (KeptPurchase purchase : arrivals.purchases()) {
            if (isVoided(purchase.purchaseId())) voided.add(purchase.purchaseId());
        }
        return voided;
    }

    public boolean isVoided(UUID purchaseId) {
        return refundsOf(purchaseId).stream().anyMatch(KeptRefund::whole);
    }

    public Collection<KeptRefund> refundsOf(UUID purchaseId) {
        return refunds.of(purchaseId);
    }

    void write(KeptRefund refund) {
        refunds.write(refund);
    }

    public List<Member> members() {
        return members.all();
    }

    public MemberPile people() {
        return members;
    }

    void award(Awarded without) {
        awarded.add(without);
    }

    /** What was given here for something else than a purchase. */
    public List<Awarded> awarded() {
        return awarded;
    }

    public List<KeptRefund> newRefunds() {
        return refunds.writtenFirst();
    }

    public List<KeptRefund> changedRefunds() {
        return refunds.writtenAgain();
    }
}
