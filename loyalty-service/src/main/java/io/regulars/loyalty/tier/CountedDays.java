package io.regulars.loyalty.tier;

import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.tier.standing.BasisRules;
import io.regulars.loyalty.tier.standing.BasisRules.Counted;
import io.regulars.loyalty.tier.standing.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What counts of a member's local days, while facts are folded: what was known before, and what came on top. */
public final class CountedDays {

    /**
     * @param stores where the visits of that day were
     * @param left visits of before that are none any more
     */
    public record CountedDay(Counted counted, Set<String> stores, Set<String> left) {

        CountedDay(Counted counted, Set<String> stores) {
            this(counted, stores, Set.of());
        }

        static CountedDay empty(LocalDate day) {
            return new CountedDay(new Counted(day, 0, 0, 0), Set.of());
        }

        /** Both together. */
        public CountedDay and(CountedDay other) {
            Counted more = other.counted;
            Set<String> all = new TreeSet<>(stores);
            all.addAll(other.stores);
            all.removeAll(other.left);
            return new CountedDay(
                    new Counted(
                            counted.day(),
                            counted.spend() + more.spend(),
                            counted.points() + more.points(),
                            counted.visits() + more.visits()),
                    all);
        }

        CountedDay plus(long spend, long points, String store) {
            Set<String> all = new TreeSet<>(stores);
            Set<String> gone = new TreeSet<>(left);
            boolean visit = store != null && (gone.remove(store) || all.add(store));
            return new CountedDay(
                    new Counted(
                            counted.day(),
                            counted.spend() + spend,
                            counted.points() + points,
                            counted.visits() + (visit ? 1 : 0)),
                    all,
                    gone);
        }

        CountedDay without(String store) {
            Set<String> all = new TreeSet<>(stores);
            Set<String> gone = new TreeSet<>(left);
            if (!all.remove(store)) gone.add(store);
            Counted fewer = new Counted(counted.day(), counted.spend(), counted.points(), counted.visits() - 1);
            return new CountedDay(fewer, all, gone);
        }
    }

    private final Map<LocalDate, CountedDay> before = new TreeMap<>();
    private final Map<LocalDate, CountedDay> added = new TreeMap<>();

    public CountedDays(Collection<CountedDay> before) {
        for (CountedDay each : before) this.before.put(each.counted().day(), each);
    }

    /** The member was in that store on that day already. */
    public boolean visited(LocalDate day, String store) {
        if (store == null) return false;
        CountedDay now = added.get(day);
        boolean left = now != null && now.left().contains(store);
        return !left && (holds(before, day, store) || holds(added, day, store));
    }

    private static boolean holds(Map<LocalDate, CountedDay> days, LocalDate day, String store) {
        CountedDay counted = days.get(day);
        return counted != null && counted.stores().contains(store);
    }

    /** @param store of a visit that was not counted before, or null */
    void add(LocalDate day, long spend, long points, String store) {
        CountedDay sofar = added.getOrDefault(day, CountedDay.empty(day));
        added.put(day, sofar.plus(spend, points, store));
    }

    /** A visit that was counted is none any more. */
    void leave(LocalDate day, String store) {
        added.put(day, added.getOrDefault(day, CountedDay.empty(day)).without(store));
    }

    /** What the basis is worth on the days that are held by the one and not by the other. */
    public long value(Basis basis, Days in, Days notIn) {
        return value(basis, before, in, notIn) + value(basis, added, in, notIn);
    }

    private static long value(Basis basis, Map<LocalDate, CountedDay> days, Days in, Days notIn) {
        List<Counted> counted = new ArrayList<>();
        days.forEach((day, each) -> {
            if (notIn == null || !notIn.hold(day)) counted.add(each.counted());
        });
        return BasisRules.value(basis, counted, in, 0);
    }

    /** What came on top, by day. */
    public Collection<CountedDay> added() {
        return added.values();
    }
}
