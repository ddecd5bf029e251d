package io.regulars.loyalty;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.assessment.Arrivals;
import io.regulars.loyalty.assessment.Awarded;
import io.regulars.loyalty.assessment.Judged;
import io.regulars.loyalty.assessment.JudgedPile.More;
import io.regulars.loyalty.assessment.LateArrivals;
import io.regulars.loyalty.assessment.NeededOfMembers;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.assessment.RejudgeReceipts;
import io.regulars.loyalty.earning.limit.Budgets.Name;
import io.regulars.loyalty.membership.ComingBack;
import io.regulars.loyalty.membership.ComingBack.Back;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.NeededOfOne;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.view.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps what the database keeps, and hands out no more than it does, so that thousands of stories run in a second. */
public final class PaperStore {

    private Rulebook rules;
    private final Map<UUID, KeptPurchase> purchases = new HashMap<>();
    private final Map<UUID, KeptRefund> refunds = new HashMap<>();
    private final List<Judged> judged = new ArrayList<>();
    private final PaperMembers members = new PaperMembers();
    private final Map<Name, Long> budgets = new HashMap<>();
    private final PaperContacts contacts = new PaperContacts();
    private final List<MembershipEvent> said = new ArrayList<>();

    public PaperStore(Rulebook rules) {
        this.rules = rules;
    }

    /** What holds from now on. */
    public void publish(Rulebook more) {
        rules = more;
    }

    public void apply(List<Told> batch) {
        Arrivals arrivals = Arrivals.of(batch);
        OpenBook book = new OpenBook(rules, arrivals);
        Set<UUID> met = new HashSet<>(arrivals.originals());
        arrivals.purchases().forEach(purchase -> met.add(purchase.purchaseId()));
        Map<UUID, Instant> late = LateArrivals.since(arrivals, rules);
        purchases.values().stream()
                .filter(each -> late.containsKey(each.customerId()))
                .filter(each -> !each.occurredAt().isBefore(late.get(each.customerId())))
                .forEach(each -> met.add(each.purchaseId()));
        Set<UUID> again = new HashSet<>();
        arrivals.refunds().forEach(refund -> again.add(refund.refundId()));
        met.stream().map(purchases::get).filter(each -> each != null).forEach(book::known);
        refunds.values().stream()
                .filter(each -> met.contains(each.originalId()) || again.contains(each.refundId()))
                .forEach(book::known);
        judged.stream().filter(each -> met.contains(each.purchaseId())).forEach(book::known);
        beside(book.concerned().mayBeVoided()).stream()
                .filter(each -> arrivals.purchase(each.purchaseId()) == null)
                .forEach(book::beside);
        open(book, arrivals).forEach(book::known);
        members.moves().stream()
                .filter(move -> book.concerned().mayComeBack().contains(move.purchaseId()))
                .forEach(book::known);
        book.known(Map.copyOf(budgets));
        contacts.hand(arrivals, book);
        for (KeptPurchase purchase : arrivals.purchases()) purchases.put(purchase.purchaseId(), purchase);
        for (Told told : batch) said.addAll(TouchpointEvents.reaction(book, told));
        close(book);
    }

    /** All that the buyers of these ever bought and that was not voided, which is more than is needed. */
    private List<KeptPurchase> beside(Set<UUID> voided) {
        return purchases.values().stream()
                .filter(each -> each.customerId() != null && !voided.isEmpty())
                .filter(each -> refunds.values().stream()
                        .noneMatch(back -> back.whole() && each.purchaseId().equals(back.originalId())))
                .toList();
    }

    public void enrol(UUID customer, Instant enrolledAt, Cause cause) {
        Stored before = member(customer);
        boolean refused = before != null
                && (!before.membership().hasLeft()
                        || enrolledAt.isBefore(before.membership().leftAt()));
        if (refused) return;
        Member member = before == null
                ? Member.newcomer(customer, rules.first(), enrolledAt, cause.recordedAt(), rules)
                : back(before.owner(), enrolledAt, cause);
        OpenBook book = new OpenBook(rules, Arrivals.none());
        judged.stream().filter(each -> customer.equals(each.customerId())).forEach(book::known);
        List<KeptPurchase> bought = purchases.values().stream()
                .filter(each -> customer.equals(each.customerId()))
                .toList();
        bought.forEach(book::known);
        contacts.hand(bought, book);
        refunds.values().stream()
                .filter(each -> customer.equals(each.customerId()))
                .forEach(book::known);
        book.known(member);
        book.known(Map.copyOf(budgets));
        said.addAll(RejudgeReceipts.in(book, member, cause));
        close(book);
    }

    private Member back(Owner owner, Instant enrolledAt, Cause cause) {
        NeededOfOne needed = new NeededOfOne(rules, enrolledAt, cause.recordedAt());
        Member left = members.open(Set.of(owner.customerId()), needed).get(0);
        Back back = ComingBack.of(left, enrolledAt, rules, cause);
        if (back.anew()) members.forgetDays(owner);
        said.addAll(back.said());
        return back.member();
    }

    public void leave(UUID customer, Cause cause) {
        Stored before = member(customer);
        if (before == null || before.membership().hasLeft()) return;
        Instant at = cause.recordedAt();
        OpenBook book = new OpenBook(rules, Arrivals.none());
        Member member =
                members.open(Set.of(customer), new NeededOfOne(rules, at, at)).get(0);
        book.known(member);
        said.addAll(member.reach(at, cause, rules));
        member.settle(at).ifPresent(said::add);
        member.passbook().leave(rules.at(member.owner().programme(), at), cause.eventId(), at);
        member.become(member.membership().left(at));
        member.settle(at).ifPresent(said::add);
        close(book);
    }

    /** Somebody looks at a member, as the nightly run does: what is due by then is posted, the tier follows. */
    public void tick(UUID customer, Instant at) {
        Cause cause = Cause.command(new UUID(customer.getMostSignificantBits(), at.toEpochMilli()), at);
        OpenBook book = new OpenBook(rules, Arrivals.none());
        for (Member member : members.open(Set.of(customer), new NeededByTime(rules, at))) {
            book.known(member);
            said.addAll(member.reach(at, cause, rules));
            member.settle(at).ifPresent(said::add);
        }
        close(book);
    }

    private List<Member> open(OpenBook book, Arrivals arrivals) {
        return members.open(book.concerned().all(), new NeededOfMembers(book, arrivals));
    }

    private void close(OpenBook book) {
        judged.addAll(book.judged().written());
        for (More more : book.judged().madeGood()) {
            Judged now = book.judged()
                    .of(more.judged().purchaseId(), more.judged().programme())
                    .orElseThrow();
            judged.replaceAll(each -> each.purchaseId().equals(now.purchaseId())
                            && each.programme().equals(now.programme())
                    ? now
                    : each);
        }
        contacts.awarded().addAll(book.awarded());
        book.refunds().writtenFirst().forEach(each -> refunds.put(each.refundId(), each));
        book.refunds().writtenAgain().forEach(each -> refunds.put(each.refundId(), each));
        budgets.putAll(book.budgets().changed());
        book.members().forEach(members::close);
    }

    public Optional<Judged> judged(UUID purchase) {
        return judged.stream()
                .filter(each -> each.purchaseId().equals(purchase))
                .findFirst();
    }

    private Owner owner(UUID customer) {
        return new Owner(customer, rules.first());
    }

    public Stored member(UUID customer) {
        return members.member(owner(customer));
    }

    /** The first kind of points. */
    public Wallet wallet(UUID customer) {
        return wallets(customer).stream().findFirst().orElse(null);
    }

    public Collection<Wallet> wallets(UUID customer) {
        return members.wallets(owner(customer));
    }

    public Map<LocalDate, CountedDay> days(UUID customer) {
        return members.days(owner(customer));
    }

    public List<Lot> lots(UUID customer) {
        return members.lots(owner(customer));
    }

    public List<Transfer> transfers(UUID customer) {
        return members.transfers(owner(customer));
    }

    public Collection<KeptPurchase> purchases() {
        return purchases.values();
    }

    public Collection<KeptRefund> refunds() {
        return refunds.values();
    }

    /** What contacts brought. */
    public List<Awarded> awarded() {
        return contacts.awarded();
    }

    public List<MembershipEvent> said() {
        return said;
    }

    public List<MembershipEvent> saidOf(UUID subject) {
        return said.stream().filter(each -> each.subject().equals(subject)).toList();
    }
}
