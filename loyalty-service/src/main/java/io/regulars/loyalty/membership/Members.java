package io.regulars.loyalty.membership;

import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.membership.LimitUses.Owned;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.person.Person;
import io.regulars.loyalty.person.Persons;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Lots;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.tier.CountedDayStore;
import io.regulars.loyalty.tier.CountedDays;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.TierHistories;
import io.regulars.loyalty.tier.TierHistory.Change;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Persons persons;

    Members(
            Memberships memberships,
            PointsLedger points,
            Lots lots,
            CountedDayStore days,
            LimitUses limits,
            TierHistories histories,
            Persons persons) {
        this.memberships = memberships;
        this.points = points;
        this.lots = lots;
        this.days = days;
        this.limits = limits;
        this.histories = histories;
        this.persons = persons;
    }

    /** The memberships of these customers, whose rows the caller holds. */
    public List<Member> open(Tx tx, Collection<UUID> customerIds, Needed needed) {
        Supplier<List<Stored>> stored = memberships.asked(tx, customerIds);
        Supplier<Map<Owner, List<Wallet>>> wallets = points.wallets(tx, customerIds);
        MemberReading reading = new MemberReading(stored.get(), wallets.get(), needed);
        if (reading.isEmpty()) return List.of();
        Supplier<Map<Owner, List<CountedDay>>> counted = days.within(tx, reading.parts());
        Supplier<Map<Owned, Tally>> used = limits.of(tx, reading.limits());
        Supplier<Map<Owner, Map<String, List<Lot>>>> open = lots.open(tx, reading.withLots());
        Supplier<Map<Owner, List<Change>>> changes = histories.of(tx, reading.withHistory());
        Supplier<Map<UUID, Person>> shared = persons.of(tx, reading.withPerson());
        List<Member> members = reading.members(counted.get(), used.get(), open.get(), changes.get());
        Map<UUID, Person> known = shared.get();
        for (Member member : members) member.know(known.getOrDefault(member.customerId(), Person.UNKNOWN));
        return members;
    }

    /** Whoever has joined in this transaction. */
    public void join(Tx tx, Member newcomer) {
        memberships.join(tx, newcomer.membership());
    }

    /** Writes what became of them. */
    public void store(Tx tx, List<Member> all) {
        List<Member> moved = all.stream().filter(Member::moved).toList();
        if (moved.isEmpty()) return;
        memberships.move(tx, moved);
        points.store(tx, moved.stream().map(Member::passbook).toList());
        Map<Owner, CountedDays> counted = new LinkedHashMap<>();
        for (Member member : moved)
            counted.put(member.owner(), member.progress().days());
        days.add(tx, counted);
        limits.store(tx, moved);
        List<TierHistories.Owned> changes = new ArrayList<>();
        for (Member member : moved) {
            for (Change change : member.moves()) {
                if (change.tier() != null) changes.add(new TierHistories.Owned(member.owner(), change));
            }
        }
        histories.add(tx, changes);
    }
}
