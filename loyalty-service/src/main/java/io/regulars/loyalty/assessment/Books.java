package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.limit.Budgets;
import io.regulars.loyalty.earning.limit.Budgets.Name;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.person.Persons;
import io.regulars.loyalty.points.PurchaseMoves;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.Purchases;
import io.regulars.loyalty.receipt.Refunds;
import io.regulars.platform.database.Tx;
import io.regulars.platform.view.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Opens books from the store and closes them into it. Locks go as everywhere: receipts by id, then customers by id, then
 * budgets by name.
 */
@ApplicationScoped
public class Books {

    private final Purchases purchases;
    private final Refunds refunds;
    private final Assessments assessments;
    private final AwardsWithoutPurchase awards;
    private final Customers customers;
    private final Members members;
    private final Persons persons;
    private final Budgets budgets;
    private final RaiseAlarm raiseAlarm;
    private final ReadContacts contacts;
    private final PurchaseMoves moves;

    Books(
            Purchases purchases,
            Refunds refunds,
            Assessments assessments,
            AwardsWithoutPurchase awards,
            Customers customers,
            Members members,
            Persons persons,
            Budgets budgets,
            ReadContacts contacts,
            PurchaseMoves moves,
            RaiseAlarm raiseAlarm) {
        this.purchases = purchases;
        this.refunds = refunds;
        this.assessments = assessments;
        this.awards = awards;
        this.customers = customers;
        this.members = members;
        this.persons = persons;
        this.budgets = budgets;
        this.raiseAlarm = raiseAlarm;
        this.contacts = contacts;
        this.moves = moves;
    }

    /** Holds all that the batch's facts concern and reads it. */
    public OpenBook open(Tx tx, List<Told> batch, Rulebook rules) {
        Arrivals arrivals = Arrivals.of(batch);
        OpenBook book = new OpenBook(rules, arrivals);
        readReceipts(tx, arrivals, book);
        Set<UUID> concerned = book.concerned().all();
        if (!concerned.isEmpty()) {
            customers.lock(tx, concerned);
            readMembers(tx, arrivals, concerned, book);
            contacts.arriving(tx, arrivals, book);
        }
        return book;
    }

    private void readReceipts(Tx tx, Arrivals arrivals, OpenBook book) {
        Set<UUID> metBefore = arrivals.originals();
        List<UUID> awaited =
                metBefore.stream().filter(id -> arrivals.purchase(id) == null).toList();
        metBefore.addAll(purchases.since(tx, LateArrivals.since(arrivals, book.rules())));
        Set<UUID> fresh = purchases.claim(tx, arrivals.purchases(), awaited);
        for (KeptPurchase purchase : arrivals.purchases()) metBefore.add(purchase.purchaseId());
        metBefore.removeAll(fresh);
        List<UUID> refundIds =
                arrivals.refunds().stream().map(KeptRefund::refundId).toList();
        Supplier<List<Judged>> judged = assessments.of(tx, metBefore);
        purchases.lock(tx, metBefore).forEach(book::known);
        purchases.arrive(
                tx,
                arrivals.purchases().stream()
                        .filter(each -> !fresh.contains(each.purchaseId()))
                        .toList());
        refunds.of(tx, metBefore, refundIds).forEach(book::known);
        judged.get().forEach(book::known);
    }

    private void readMembers(Tx tx, Arrivals arrivals, Set<UUID> concerned, OpenBook book) {
        NeededOfMembers needed = new NeededOfMembers(book, arrivals);
        purchases.beside(tx, book.concerned().mayBeVoided()).stream()
                .filter(each -> arrivals.purchase(each.purchaseId()) == null)
                .forEach(book::beside);
        members.open(tx, concerned, needed).forEach(book::known);
        moves.of(tx, book.concerned().ledgers(concerned), book.concerned().mayComeBack())
                .forEach(book::known);
        book.known(budgets.hold(tx, needed.budgets(book.members())));
    }

    /** A book with everything that was ever kept of one customer, whose row the caller holds. */
    public OpenBook openFor(Tx tx, Member newcomer, Rulebook rules) {
        OpenBook book = new OpenBook(rules, Arrivals.none());
        List<KeptPurchase> kept = purchases.ofCustomer(tx, newcomer.customerId());
        assessments
                .of(tx, kept.stream().map(KeptPurchase::purchaseId).toList())
                .get()
                .forEach(book::known);
        kept.forEach(book::known);
        contacts.waitedFor(tx, kept, List.of(), book);
        refunds.ofCustomer(tx, newcomer.customerId()).forEach(book::known);
        if (rules.asksForPerson(newcomer.owner().programme())) {
            persons.of(tx, List.of(newcomer.customerId())).get().values().forEach(newcomer::know);
        }
        book.known(newcomer);
        book.known(budgets.hold(tx, NeededOfMembers.budgetsOf(List.of(newcomer), rules)));
        return book;
    }

    /** A book of members, whose rows the caller holds, for something else than receipts. */
    public OpenBook openFor(Tx tx, List<Member> all, ProgrammeVersion version, String trigger, Rulebook rules) {
        OpenBook book = new OpenBook(rules, Arrivals.none());
        all.forEach(book::known);
        Set<Name> names = version.rules().stream()
                .filter(rule -> rule.written().trigger().equals(trigger))
                .filter(rule -> rule.written().limits().budget() != null)
                .map(rule -> new Name(version.id(), rule.written().limits().budget()))
                .collect(Collectors.toSet());
        book.known(budgets.hold(tx, names));
        return book;
    }

    /** Writes what the folds changed. */
    public void close(Tx tx, OpenBook book) {
        assessments.add(tx, book.judged().written());
        assessments.makeGood(tx, book.judged().madeGood());
        awards.add(tx, book.awarded());
        refunds.insert(tx, book.refunds().writtenFirst());
        refunds.change(tx, book.refunds().writtenAgain());
        members.store(tx, book.members());
        persons.store(tx, book.people().heard());
        budgets.use(tx, book.budgets().changed());
        tx.afterCommit(() -> raiseAlarm.on(book.judged().unanswerable()));
    }
}
