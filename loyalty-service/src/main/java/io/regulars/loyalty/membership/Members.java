package io.regulars.loyalty.membership;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.membership.LimitUses.Owned;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Lots;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.CountedDayStore;
import io.regulars.loyalty.tier.CountedDayStore.Part;
import io.regulars.loyalty.tier.CountedDays;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.Progress;
import io.regulars.loyalty.tier.TierHistories;
import io.regulars.loyalty.tier.TierHistory;
import io.regulars.loyalty.tier.TierHistory.Change;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Members as folds need them, from all the tables they are kept in, and back. */
@ApplicationScoped
public class Members {

    private final Memberships memberships;
    private final PointsLedger points;
    private final Lots lots;
    private final CountedDayStore days;
    private final LimitUses limits;
    private final TierHistories histories;

    Members(
            Memberships memberships,
            PointsLedger points,
            Lots lots,
            CountedDayStore days,
            LimitUses limits,
            TierHistories histories) {
        this.memberships = memberships;
        this.points = points;
        this.lots = lots;
        this.days = days;
        this.limits = limits;
        this.histories = histories;
    }

    /** The memberships of these customers, whose rows the caller holds. */
    public List<Member> open(Tx tx, Collection<UUID> customerIds, Needed needed) {
        Supplier<List<Stored>> stored = memberships.asked(tx, customerIds);
        Supplier<Map<Owner, List<Wallet>>> wallets = points.wallets(tx, customerIds);
        Reading reading = new Reading(stored.get(), wallets.get(), needed);
        if (reading.stored.isEmpty()) return List.of();
        Supplier<Map<Owner, List<CountedDay>>> counted = days.within(tx, reading.parts());
        Supplier<Map<Owned, Tally>> used = limits.of(tx, reading.limits());
        Supplier<Map<Owner, Map<String, List<Lot>>>> open = lots.open(tx, reading.withLots());
        Supplier<Map<Owner, List<Change>>> changes = histories.of(tx, reading.withHistory());
        return reading.members(counted.get(), used.get(), open.get(), changes.get());
    }

    /** Whoever has joined in this transaction. */
    public void join(Tx tx, Member newcomer, Memberships.OptIn optIn) {
        memberships.join(tx, newcomer.membership(), optIn);
    }

    /** Writes what became of them. */
    public void store(Tx tx, List<Member> all) {
        List<Member> moved = all.stream().filter(Member::moved).toList();
        if (moved.isEmpty()) return;
        memberships.move(tx, moved);
        points.store(tx, moved.stream().map(Member::passbook).toList());
        Map<Owner, CountedDays> counted = new LinkedHashMap<>();
        for (Member member : moved) counted.put(member.owner(), member.progress().days());
        days.add(tx, counted);
        limits.store(tx, moved);
        List<TierHistories.Owned> changes = new ArrayList<>();
        for (Member member : moved) {
            for (Change change : member.moves()) changes.add(new TierHistories.Owned(member.owner(), change));
        }
        histories.add(tx, changes);
    }

    /** What is to be read of whom. */
    private record Reading(List<Stored> stored, Map<Owner, List<Wallet>> wallets, Needed needed) {

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            for (Stored each : stored) needed.days(each).forEach(span -> parts.add(new Part(each.owner(), span)));
            return parts;
        }

        List<Owned> limits() {
            List<Owned> limits = new ArrayList<>();
            for (Stored each : stored) {
                for (Key key : needed.limits(each)) limits.add(new Owned(each.owner(), key));
            }
            return limits;
        }

        Set<UUID> withLots() {
            Set<UUID> customers = new HashSet<>();
            for (Stored each : stored) {
                UUID customer = each.owner().customerId();
                if (needed.lots(customer, wallets.getOrDefault(each.owner(), List.of()))) customers.add(customer);
            }
            return customers;
        }

        Set<UUID> withHistory() {
            Set<UUID> customers = new HashSet<>();
            for (Stored each : stored) {
                if (needed.history(each.owner().customerId())) customers.add(each.owner().customerId());
            }
            return customers;
        }

        List<Member> members(
                Map<Owner, List<CountedDay>> days,
                Map<Owned, Tally> limits,
                Map<Owner, Map<String, List<Lot>>> lots,
                Map<Owner, List<Change>> changes) {
            Map<Owner, Map<Key, Tally>> used = new HashMap<>();
            limits.forEach((owned, tally) -> used.computeIfAbsent(owned.owner(), owner -> new HashMap<>())
                    .put(owned.key(), tally));
            Set<UUID> withLots = withLots();
            List<Member> members = new ArrayList<>();
            for (Stored each : stored) {
                Owner owner = each.owner();
                Map<String, List<Lot>> open =
                        withLots.contains(owner.customerId()) ? lots.getOrDefault(owner, Map.of()) : null;
                members.add(member(
                        each,
                        open,
                        new CountedDays(days.getOrDefault(owner, List.of())),
                        new LimitUse(used.getOrDefault(owner, Map.of())),
                        new TierHistory(changes.getOrDefault(owner, List.of()))));
            }
            return members;
        }

        private Member member(
                Stored stored,
                Map<String, List<Lot>> open,
                CountedDays days,
                LimitUse limits,
                TierHistory history) {
            Membership membership = stored.membership();
            Rulebook rules = needed.rules();
            String programme = membership.programme();
            ProgrammeVersion version = rules.at(programme, stored.standing().asOf());
            Passbook passbook = new Passbook(
                    membership.customerId(),
                    programme,
                    stored.transfers(),
                    wallets.getOrDefault(stored.owner(), List.of()),
                    open);
            Progress progress = new Progress(
                    stored.standing(),
                    membership.enrolledAt(),
                    days,
                    () -> passbook.shown(version.tierWallet()),
                    at -> rules.at(programme, at));
            return new Member(
                    membership, version.firstWallet(), stored.experience(), passbook, progress, limits, history);
        }
    }
}
