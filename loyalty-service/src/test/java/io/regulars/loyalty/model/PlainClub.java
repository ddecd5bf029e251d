package io.regulars.loyalty.model;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.model.PlainMember.Back;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The reference: written from the words of the programme, plain and slow. */
final class PlainClub {

    record Bought(UUID id, UUID customer, Purchase receipt, Instant recordedAt) {

        /** A receipt of the future is judged at its arrival. */
        Instant judgedAt() {
            return earlier(receipt.occurredAt(), recordedAt);
        }
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isAfter(other) ? other : one;
    }

    private record Returned(UUID id, UUID original, UUID customer, Refund refund, Instant recordedAt) {}

    private final Rulebook rules;
    private final Map<String, Long> budgets = new HashMap<>();
    private final Map<UUID, Bought> bought = new LinkedHashMap<>();
    private final Map<UUID, Returned> returned = new LinkedHashMap<>();
    private final Map<UUID, PlainMember> members = new LinkedHashMap<>();
    private final Map<UUID, List<Back>> counted = new HashMap<>();
    private final Map<UUID, Instant> undone = new HashMap<>();
    private final Set<UUID> alone = new HashSet<>();
    private final Set<UUID> contacts = new HashSet<>();
    private final Map<UUID, List<PlainContact>> heard = new HashMap<>();

    PlainClub(Rulebook rules) {
        this.rules = rules;
    }

    void tell(Command command) {
        if (command.fact() instanceof PurchaseRecorded fact) buys(fact, command.at());
        if (command.fact() instanceof PurchaseRefunded fact) returns(fact, command.at());
        if (command.fact() instanceof TouchpointRecorded fact) does(new PlainContact(fact, command.at()));
        if (command.undoes() != null) undo(command.undoes(), command.at());
        if (command.joinsAt() != null) joins(command.customer(), command.joinsAt(), command.at());
        if (command.leaves()) leaves(command.customer(), command.at());
        if (command.looks()) looks(command.customer(), command.at());
    }

    private void looks(UUID customer, Instant at) {
        PlainMember member = members.get(customer);
        if (member == null) return;
        member.reach(at);
        member.settle();
    }

    private void leaves(UUID customer, Instant at) {
        PlainMember member = members.get(customer);
        if (member != null && !member.hasLeft()) member.leave(at);
    }

    private void buys(PurchaseRecorded fact, Instant at) {
        if (bought.containsKey(fact.purchaseId())) return;
        UUID customer = fact.purchase().training() ? null : fact.customerId();
        Bought receipt = new Bought(fact.purchaseId(), customer, fact.purchase(), at);
        bought.put(receipt.id(), receipt);
        PlainMember member = members.get(customer);
        if (member == null) return;
        member.reach(at);
        if (member.counts(receipt.receipt().occurredAt())) {
            member.buy(receipt);
            Instant voided = undone.getOrDefault(receipt.id(), Instant.MAX);
            returned.values().stream()
                    .filter(each -> receipt.id().equals(each.original()))
                    .filter(each -> each.recordedAt().isBefore(voided))
                    .sorted(inOrder())
                    .forEach(each -> takeBack(member, receipt, each));
            if (undone.containsKey(receipt.id())) member.undo(receipt, backOf(receipt));
            member.makeGood(receipt, this::backOf);
        }
        member.settle();
    }

    /** It counts once for ever, and while somebody is a member; what no published version names passes by. */
    private void does(PlainContact contact) {
        boolean asked = isNamed(contact, PlainContact::events)
                || isNamed(contact, PlainContact::triggers)
                || isNamed(contact, PlainContact::activities);
        if (!asked || !contacts.add(contact.fact().touchpointId())) return;
        UUID customer = contact.fact().customerId();
        heard.computeIfAbsent(customer, id -> new ArrayList<>()).add(contact);
        PlainMember member = members.get(customer);
        if (member == null) return;
        member.reach(contact.recordedAt());
        member.does(contact);
        member.settle();
    }

    private boolean isNamed(PlainContact contact, Function<ProgrammeVersion, Set<String>> words) {
        return rules.programmes().get(rules.first()).versions().stream()
                .filter(each -> !each.from().isAfter(contact.recordedAt()))
                .anyMatch(each -> words.apply(each.version()).contains(contact.name()));
    }

    private void returns(PurchaseRefunded fact, Instant at) {
        if (returned.containsKey(fact.refundId())) return;
        Returned back = new Returned(fact.refundId(), fact.originalId(), fact.customerId(), fact.refund(), at);
        returned.put(back.id(), back);
        Bought original = bought.get(back.original());
        PlainMember member = members.get(buyer(back));
        if (member == null) return;
        member.reach(at);
        if (original == null) {
            if (member.counts(back.refund().occurredAt())) bringBack(member, back);
        } else if (member.counts(original.receipt().occurredAt()) || member.earnedWith(original.id())) {
            takeBack(member, original, back);
        }
        member.settle();
    }

    /** Goods of which nobody knows the purchase come back once. */
    private void bringBack(PlainMember member, Returned back) {
        if (alone.add(back.id())) member.bringBack(back.refund(), back.recordedAt());
    }

    /** Who bought what came back, or who is named where nobody knows the purchase. */
    private UUID buyer(Returned back) {
        if (back.original() == null) return back.customer();
        return bought.containsKey(back.original()) ? bought.get(back.original()).customer() : null;
    }

    /** Nothing more comes back of what is undone. */
    private void takeBack(PlainMember member, Bought original, Returned returned) {
        Back back = new Back(returned.refund(), returned.recordedAt());
        if (undone.getOrDefault(original.id(), Instant.MAX).isBefore(returned.recordedAt())) return;
        member.bringBack(original, backOf(original), back);
        backOf(original).add(back);
    }

    private List<Back> backOf(Bought original) {
        return counted.computeIfAbsent(original.id(), id -> new ArrayList<>());
    }

    /** A receipt is undone once, also before it is known. */
    private void undo(UUID purchase, Instant at) {
        if (undone.putIfAbsent(purchase, at) != null) return;
        Bought original = bought.get(purchase);
        PlainMember member = original == null ? null : members.get(original.customer());
        if (member == null) return;
        member.reach(at);
        if (member.earnedWith(purchase)) member.undo(original, backOf(original));
        member.settle();
    }

    /** What was kept of their receipts is judged as if they had been a member when it came. */
    private void joins(UUID customer, Instant enrolledAt, Instant at) {
        PlainMember member = members.get(customer);
        if (member != null && !member.mayComeBack(enrolledAt)) return;
        if (member == null)
            members.put(
                    customer,
                    member = new PlainMember(
                            enrolledAt, at, rules, budgets, heard.computeIfAbsent(customer, id -> new ArrayList<>())));
        else member.comeBack(enrolledAt, at);
        List<Bought> now = new ArrayList<>();
        for (Bought each : bought.values()) {
            boolean theirs = customer.equals(each.customer()) && !member.earnedWith(each.id());
            if (theirs
                    && !undone.containsKey(each.id())
                    && member.counts(each.receipt().occurredAt())) now.add(each);
        }
        now.sort(Comparator.comparing((Bought each) -> each.receipt().occurredAt())
                .thenComparing(Bought::id));
        for (Bought each : now) {
            member.buy(each);
            member.settle();
        }
        for (Returned each : returned.values().stream().sorted(inOrder()).toList()) {
            if (!customer.equals(buyer(each))) continue;
            if (each.original() == null) {
                if (member.counts(each.refund().occurredAt())) bringBack(member, each);
            } else if (now.contains(bought.get(each.original()))) {
                takeBack(member, bought.get(each.original()), each);
            }
        }
        member.settle();
    }

    private static Comparator<Returned> inOrder() {
        return Comparator.comparing(Returned::recordedAt).thenComparing(Returned::id);
    }

    List<String> state(UUID customer) {
        PlainMember member = members.get(customer);
        return member == null ? List.of() : member.state();
    }

    List<PlainAward> awards(UUID customer, UUID purchase) {
        PlainMember member = members.get(customer);
        return member == null ? List.of() : member.awards(purchase);
    }
}
