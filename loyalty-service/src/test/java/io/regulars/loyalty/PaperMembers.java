package io.regulars.loyalty;

import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.membership.LimitUses.Owned;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.MemberReading;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Needed;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.PurchaseMove;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.TierHistory.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What is kept of members on paper: handed out as the database would, no more than what is needed. */
final class PaperMembers {

    private final Map<Owner, Stored> members = new HashMap<>();
    private final Map<Owner, Map<String, Wallet>> wallets = new HashMap<>();
    private final Map<Owner, TreeMap<Long, Lot>> lots = new HashMap<>();
    private final Map<Owner, List<Transfer>> transfers = new HashMap<>();
    private final Map<Owner, TreeMap<LocalDate, CountedDay>> days = new HashMap<>();
    private final Map<Owned, Tally> limits = new HashMap<>();
    private final Map<Owner, List<Change>> changes = new HashMap<>();

    List<Member> open(Set<UUID> concerned, Needed needed) {
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

    void close(Member member) {
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

    void forgetDays(Owner owner) {
        days.remove(owner);
    }

    Stored member(Owner owner) {
        return members.get(owner);
    }

    Collection<Wallet> wallets(Owner owner) {
        return wallets.getOrDefault(owner, Map.of()).values();
    }

    Map<LocalDate, CountedDay> days(Owner owner) {
        return days.getOrDefault(owner, new TreeMap<>());
    }

    List<Lot> lots(Owner owner) {
        return List.copyOf(lots.getOrDefault(owner, new TreeMap<>()).values());
    }

    /** How points of purchases moved. */
    List<PurchaseMove> moves() {
        List<PurchaseMove> moves = new ArrayList<>();
        transfers.forEach((owner, all) -> {
            for (Transfer each : all) {
                if (each.origin().purchaseId() == null) continue;
                moves.add(PurchaseMove.of(each, lots.get(owner).get(each.number())));
            }
        });
        return moves;
    }

    List<Transfer> transfers(Owner owner) {
        return transfers.getOrDefault(owner, List.of());
    }
}
