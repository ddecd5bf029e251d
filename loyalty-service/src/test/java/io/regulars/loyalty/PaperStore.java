package io.regulars.loyalty;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.assessment.Arrivals;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.assessment.RejudgeReceipts;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Membership;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.tier.Progress;
import io.regulars.loyalty.tier.Progress.Counted;
import io.regulars.loyalty.tier.TierRules;
import io.regulars.loyalty.tier.TierRules.Span;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.view.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps what the database keeps, and hands out no more than it does, so that thousands of stories run in a second. */
public final class PaperStore {

    private final Programme programme;
    private final Map<UUID, KeptPurchase> purchases = new HashMap<>();
    private final Map<UUID, KeptRefund> refunds = new HashMap<>();
    private final Map<UUID, Stored> members = new HashMap<>();
    private final Map<UUID, TreeMap<Long, Lot>> lots = new HashMap<>();
    private final Map<UUID, List<Transfer>> transfers = new HashMap<>();
    private final List<MembershipEvent> said = new ArrayList<>();

    public PaperStore(Programme programme) {
        this.programme = programme;
    }

    public void apply(List<Told> batch) {
        Arrivals arrivals = Arrivals.of(batch, programme);
        OpenBook book = new OpenBook(programme, arrivals);
        Set<UUID> met = new HashSet<>(arrivals.originals());
        arrivals.purchases().forEach(purchase -> met.add(purchase.purchaseId()));
        Set<UUID> again = new HashSet<>();
        arrivals.refunds().forEach(refund -> again.add(refund.refundId()));
        met.stream().map(purchases::get).filter(each -> each != null).forEach(book::known);
        refunds.values().stream()
                .filter(each -> met.contains(each.originalId()) || again.contains(each.refundId()))
                .forEach(book::known);
        Set<UUID> givingBack = book.mayGiveBack();
        for (UUID customer : book.concerned()) {
            if (members.containsKey(customer)) book.known(open(customer, book.latest(), givingBack.contains(customer)));
        }
        for (KeptPurchase purchase : arrivals.purchases()) purchases.put(purchase.purchaseId(), purchase);
        for (Told told : batch) said.addAll(TouchpointEvents.reaction(book, told));
        close(book);
    }

    public void enrol(UUID customer, Instant enrolledAt, Cause cause) {
        if (members.containsKey(customer)) return;
        Member member = Member.newcomer(customer, enrolledAt, cause.recordedAt(), programme);
        OpenBook book = new OpenBook(programme, Arrivals.none());
        purchases.values().stream()
                .filter(each -> customer.equals(each.customerId()))
                .forEach(book::known);
        refunds.values().stream()
                .filter(each -> customer.equals(each.customerId()))
                .forEach(book::known);
        book.known(member);
        said.addAll(RejudgeReceipts.in(book, member, cause));
        close(book);
    }

    private Member open(UUID customer, Instant latest, boolean withLots) {
        Stored stored = members.get(customer);
        List<Span> edges = TierRules.edges(stored.standing(), latest, programme);
        List<Counted> near = counted(stored.membership())
                .filter(each -> edges.stream().anyMatch(span -> span.holds(each.occurredAt())))
                .toList();
        List<Lot> open = withLots
                ? lots(customer).stream().filter(lot -> lot.remaining() > 0).toList()
                : List.of();
        return new Member(
                stored.membership(),
                new Passbook(
                        customer,
                        programme.id(),
                        stored.wallet(),
                        open.stream().map(PaperStore::copy).toList()),
                new Progress(stored.standing(), near, programme));
    }

    /** Everything that counts for a member, straight from what was kept. */
    public Stream<Counted> counted(Membership membership) {
        UUID customer = membership.customerId();
        return Stream.concat(
                purchases.values().stream()
                        .filter(each -> customer.equals(each.customerId()) && membership.counts(each.occurredAt()))
                        .map(each -> new Counted(each.occurredAt(), each.total())),
                refunds.values().stream()
                        .filter(each -> customer.equals(each.customerId()) && each.state() == KeptRefund.State.COUNTED)
                        .map(each -> new Counted(each.occurredAt(), -each.total())));
    }

    private void close(OpenBook book) {
        book.newRefunds().forEach(each -> refunds.put(each.refundId(), each));
        book.changedRefunds().forEach(each -> refunds.put(each.refundId(), each));
        for (Member member : book.members()) {
            UUID customer = member.customerId();
            Passbook passbook = member.passbook();
            members.put(
                    customer, new Stored(member.membership(), member.progress().standing(), passbook.wallet()));
            transfers.computeIfAbsent(customer, id -> new ArrayList<>()).addAll(passbook.transfers());
            Stream.concat(passbook.opened().stream(), passbook.drawn().stream())
                    .forEach(lot -> lots.computeIfAbsent(customer, id -> new TreeMap<>())
                            .put(lot.number(), copy(lot)));
        }
    }

    private static Lot copy(Lot lot) {
        return new Lot(lot.number(), lot.purchaseId(), lot.earnedAt(), lot.expiresAt(), lot.points(), lot.remaining());
    }

    public Stored member(UUID customer) {
        return members.get(customer);
    }

    public List<Lot> lots(UUID customer) {
        return List.copyOf(lots.getOrDefault(customer, new TreeMap<>()).values());
    }

    public List<Transfer> transfers(UUID customer) {
        return transfers.getOrDefault(customer, List.of());
    }

    public List<MembershipEvent> said() {
        return said;
    }

    public List<MembershipEvent> saidOf(UUID subject) {
        return said.stream().filter(each -> each.subject().equals(subject)).toList();
    }
}
