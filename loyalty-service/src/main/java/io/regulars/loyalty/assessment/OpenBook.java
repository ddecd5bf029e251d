package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.limit.Budgets;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.PurchaseMove;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Whose points the batch may move, by what is known so far. */
    public Concerned concerned() {
        return new Concerned(this, arrivals);
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

    public PurchasePile purchases() {
        return purchases;
    }

    public RefundPile refunds() {
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
}
