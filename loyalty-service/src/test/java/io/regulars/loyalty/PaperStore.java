package io.regulars.loyalty;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.assessment.Arrivals;
import io.regulars.loyalty.assessment.Awarded;
import io.regulars.loyalty.assessment.Judged;
import io.regulars.loyalty.assessment.NeededOfMembers;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.assessment.RejudgeReceipts;
import io.regulars.loyalty.earning.limit.Budgets.Name;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.membership.LimitUses.Owned;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.MemberReading;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Needed;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.TierHistory.Change;
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
import java.util.TreeMap;
import java.util.UUID;

/** Keeps what the database keeps, and hands out no more than it does, so that thousands of stories run in a second. */
public final class PaperStore {

    private final Rulebook rules;
    private final Map<UUID, KeptPurchase> purchases = new HashMap<>();
    private final Map<UUID, KeptRefund> refunds = new HashMap<>();
    private final List<Judged> judged = new ArrayList<>();
    private final Map<Owner, Stored> members = new HashMap<>();
    private final Map<Owner, Map<String, Wallet>> wallets = new HashMap<>();
    private final Map<Owner, TreeMap<Long, Lot>> lots = new HashMap<>();
    private final Map<Owner, List<Transfer>> transfers = new HashMap<>();
    private final Map<Owner, TreeMap<LocalDate, CountedDay>> days = new HashMap<>();
    private final Map<Owned, Tally> limits = new HashMap<>();
    private final Map<Owner, List<Change>> changes = new HashMap<>();
    private final Map<Name, Long> budgets = new HashMap<>();
    private final PaperContacts contacts = new PaperContacts();
    private final List<MembershipEvent> said = new ArrayList<>();

    public PaperStore(Rulebook rules) {
        this.rules = rules;
    }

    public void apply(List<Told> batch) {
        Arrivals arrivals = Arrivals.of(batch);
        OpenBook book = new OpenBook(rules, arrivals);
        Set<UUID> met = new HashSet<>(arrivals.originals());
        arrivals.purchases().forEach(purchase -> met.add(purchase.purchaseId()));
        Set<UUID> again = new HashSet<>();
        arrivals.refunds().forEach(refund -> again.add(refund.refundId()));
        met.stream().map(purchases::get).filter(each -> each != null).forEach(book::known);
        refunds.values().stream()
                .filter(each -> met.contains(each.originalId()) || again.contains(each.refundId()))
                .forEach(book::known);
        judged.stream().filter(each -> met.contains(each.purchaseId())).forEach(book::known);
        open(book, arrivals).forEach(book::known);
        book.known(Map.copyOf(budgets));
        contacts.hand(arrivals, book);
        for (KeptPurchase purchase : arrivals.purchases()) purchases.put(purchase.purchaseId(), purchase);
        for (Told told : batch) said.addAll(TouchpointEvents.reaction(book, told));
        close(book);
    }

    public void enrol(UUID customer, Instant enrolledAt, Cause cause) {
        String programme = rules.first();
        if (members.containsKey(new Owner(customer, programme))) return;
        Member member = Member.newcomer(customer, programme, enrolledAt, cause.recordedAt(), rules);
        OpenBook book = new OpenBook(rules, Arrivals.none());
        purchases.values().stream()
                .filter(each -> customer.equals(each.customerId()))
                .forEach(book::known);
        refunds.values().stream()
                .filter(each -> customer.equals(each.customerId()))
                .forEach(book::known);
        book.known(member);
        book.known(Map.copyOf(budgets));
        said.addAll(RejudgeReceipts.in(book, member, cause));
        close(book);
    }

    /** Somebody looks at a member, as the nightly run does: what is due by then is posted, the tier follows. */
    public void tick(UUID customer, Instant at) {
        Cause cause = Cause.command(new UUID(customer.getMostSignificantBits(), at.toEpochMilli()), at);
        OpenBook book = new OpenBook(rules, Arrivals.none());
        for (Member member : open(Set.of(customer), new NeededByTime(rules, at))) {
            book.known(member);
            said.addAll(member.reach(at, cause, rules));
            member.settle(at).ifPresent(said::add);
        }
        close(book);
    }

    private List<Member> open(OpenBook book, Arrivals arrivals) {
        return open(book.concerned(), new NeededOfMembers(book, arrivals));
    }

    private List<Member> open(Set<UUID> concerned, Needed needed) {
        List<Stored> stored = members.values().stream()
                .filter(each -> concerned.contains(each.owner().customerId()))
                .toList();
        Map<Owner, List<Wallet>> held = new HashMap<>();
        wallets.forEach((owner, all) -> held.put(owner, List.copyOf(all.values())));
        MemberReading reading = new MemberReading(stored, held, needed);
        Map<Owner, List<CountedDay>> counted = new HashMap<>();
        reading.parts()
                .forEach(part -> days.getOrDefault(part.owner(), new TreeMap<>())
                        .forEach((day, each) -> {
                            if (part.days().hold(day)) {
                                counted.computeIfAbsent(part.owner(), id -> new ArrayList<>())
                                        .add(each);
                            }
                        }));
        Map<Owned, Tally> used = new HashMap<>();
        reading.limits().stream().filter(limits::containsKey).forEach(each -> used.put(each, limits.get(each)));
        Map<Owner, Map<String, List<Lot>>> open = new HashMap<>();
        for (Owner owner : members.keySet()) {
            if (reading.withLots().contains(owner.customerId())) open.put(owner, openLots(owner));
        }
        Map<Owner, List<Change>> known = new HashMap<>(changes);
        known.keySet().removeIf(owner -> !reading.withHistory().contains(owner.customerId()));
        return reading.members(counted, used, open, known);
    }

    private Map<String, List<Lot>> openLots(Owner owner) {
        Map<String, List<Lot>> open = new HashMap<>();
        for (Lot lot : lots.getOrDefault(owner, new TreeMap<>()).values()) {
            if (lot.remaining() > 0) {
                open.computeIfAbsent(lot.wallet(), id -> new ArrayList<>()).add(lot);
            }
        }
        return open;
    }

    private void close(OpenBook book) {
        judged.addAll(book.judged().written());
        contacts.awarded().addAll(book.awarded());
        book.newRefunds().forEach(each -> refunds.put(each.refundId(), each));
        book.changedRefunds().forEach(each -> refunds.put(each.refundId(), each));
        budgets.putAll(book.budgets().changed());
        book.members().forEach(this::close);
    }

    private void close(Member member) {
        Owner owner = member.owner();
        Passbook passbook = member.passbook();
        members.put(
                owner,
                new Stored(
                        member.membership(),
                        member.experience(),
                        passbook.number(),
                        member.progress().standing()));
        passbook.wallets().forEach(each -> of(wallets, owner).put(each.id(), each));
        transfers.computeIfAbsent(owner, id -> new ArrayList<>()).addAll(passbook.transfers());
        List<Lot> changed = new ArrayList<>(passbook.opened());
        changed.addAll(passbook.moved());
        changed.forEach(
                lot -> lots.computeIfAbsent(owner, id -> new TreeMap<>()).put(lot.number(), lot));
        member.progress()
                .days()
                .added()
                .forEach(day -> days.computeIfAbsent(owner, id -> new TreeMap<>())
                        .merge(day.counted().day(), day, CountedDay::and));
        member.limits().changed().forEach((key, tally) -> limits.put(new Owned(owner, key), tally));
        changes.computeIfAbsent(owner, id -> new ArrayList<>()).addAll(member.moves());
    }

    private static Map<String, Wallet> of(Map<Owner, Map<String, Wallet>> wallets, Owner owner) {
        return wallets.computeIfAbsent(owner, id -> new TreeMap<>());
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
        return members.get(owner(customer));
    }

    /** The first kind of points. */
    public Wallet wallet(UUID customer) {
        return wallets.getOrDefault(owner(customer), Map.of()).values().stream()
                .findFirst()
                .orElse(null);
    }

    public Collection<Wallet> wallets(UUID customer) {
        return wallets.getOrDefault(owner(customer), Map.of()).values();
    }

    public Map<LocalDate, CountedDay> days(UUID customer) {
        return days.getOrDefault(owner(customer), new TreeMap<>());
    }

    public List<Lot> lots(UUID customer) {
        return List.copyOf(lots.getOrDefault(owner(customer), new TreeMap<>()).values());
    }

    public List<Transfer> transfers(UUID customer) {
        return transfers.getOrDefault(owner(customer), List.of());
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
