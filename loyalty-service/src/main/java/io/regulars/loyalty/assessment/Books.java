package io.regulars.loyalty.assessment;

import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Membership;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Lots;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.Purchases;
import io.regulars.loyalty.receipt.Refunds;
import io.regulars.loyalty.tier.CountedReceipts;
import io.regulars.loyalty.tier.CountedReceipts.Part;
import io.regulars.loyalty.tier.Progress;
import io.regulars.loyalty.tier.Progress.Counted;
import io.regulars.loyalty.tier.TierRules;
import io.regulars.platform.database.Tx;
import io.regulars.platform.view.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Opens books from the store and closes them into it. Locks go as everywhere: receipts by id, then customers by id. */
@ApplicationScoped
public class Books {

    private final Programme programme;
    private final Purchases purchases;
    private final Refunds refunds;
    private final Customers customers;
    private final Memberships memberships;
    private final CountedReceipts counted;
    private final Lots lots;
    private final PointsLedger points;

    Books(
            Programme programme,
            Purchases purchases,
            Refunds refunds,
            Customers customers,
            Memberships memberships,
            CountedReceipts counted,
            Lots lots,
            PointsLedger points) {
        this.programme = programme;
        this.purchases = purchases;
        this.refunds = refunds;
        this.customers = customers;
        this.memberships = memberships;
        this.counted = counted;
        this.lots = lots;
        this.points = points;
    }

    /** Holds all that the batch's facts concern and reads it. */
    public OpenBook open(Tx tx, List<Told> batch) {
        Arrivals arrivals = Arrivals.of(batch, programme);
        OpenBook book = new OpenBook(programme, arrivals);
        readReceipts(tx, arrivals, book);
        Set<UUID> concerned = book.concerned();
        if (!concerned.isEmpty()) {
            customers.lock(tx, concerned);
            readMembers(tx, book, memberships.of(tx, concerned), arrivals);
        }
        return book;
    }

    private void readReceipts(Tx tx, Arrivals arrivals, OpenBook book) {
        Set<UUID> metBefore = arrivals.originals();
        List<UUID> awaited =
                metBefore.stream().filter(id -> arrivals.purchase(id) == null).toList();
        Set<UUID> fresh = purchases.claim(tx, arrivals.purchases(), awaited);
        for (KeptPurchase purchase : arrivals.purchases()) metBefore.add(purchase.purchaseId());
        metBefore.removeAll(fresh);
        List<UUID> refundIds =
                arrivals.refunds().stream().map(KeptRefund::refundId).toList();
        purchases.lock(tx, metBefore).forEach(book::known);
        purchases.arrive(
                tx,
                arrivals.purchases().stream()
                        .filter(each -> !fresh.contains(each.purchaseId()))
                        .toList());
        refunds.of(tx, metBefore, refundIds).forEach(book::known);
    }

    private void readMembers(Tx tx, OpenBook book, List<Stored> members, Arrivals arrivals) {
        List<Part> edges = new ArrayList<>();
        for (Stored each : members) {
            Membership membership = each.membership();
            TierRules.edges(each.standing(), book.latest(), programme)
                    .forEach(span -> edges.add(new Part(membership.customerId(), membership.countsFrom(), span)));
        }
        Map<UUID, List<Counted>> near = counted.within(tx, edges, id -> arrivals.purchase(id) != null);
        Map<UUID, List<Lot>> open = lots.open(tx, book.mayGiveBack(), programme.id());
        for (Stored each : members) {
            UUID customer = each.membership().customerId();
            book.known(new Member(
                    each.membership(),
                    new Passbook(customer, programme.id(), each.wallet(), open.getOrDefault(customer, List.of())),
                    new Progress(each.standing(), near.getOrDefault(customer, List.of()), programme)));
        }
    }

    /** A book with everything that was ever kept of one customer, whose row the caller holds. */
    public OpenBook openFor(Tx tx, Member newcomer) {
        OpenBook book = new OpenBook(programme, Arrivals.none());
        purchases.ofCustomer(tx, newcomer.customerId()).forEach(book::known);
        refunds.ofCustomer(tx, newcomer.customerId()).forEach(book::known);
        book.known(newcomer);
        return book;
    }

    /** Writes what the folds changed. */
    public void close(Tx tx, OpenBook book) {
        List<Member> moved = book.members().stream()
                .filter(member -> member.progress().moved())
                .toList();
        refunds.insert(tx, book.newRefunds());
        refunds.change(tx, book.changedRefunds());
        if (!moved.isEmpty()) memberships.move(tx, moved);
        points.store(tx, book.members().stream().map(Member::passbook).toList());
    }
}
