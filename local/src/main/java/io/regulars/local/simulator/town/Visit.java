package io.regulars.local.simulator.town;

import io.regulars.local.simulator.chance.Chance;
import io.regulars.local.simulator.chance.RepeatBuying;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Somebody at a till.
 *
 * @param shopper null when nobody was named
 * @param returns whether something of it comes back on the same day
 */
record Visit(Instant at, Till till, Shopper shopper, boolean returns) {
    /** The year that passes between opening and closing: a day of the town is a year in quick motion. */
    private static final double WEEKS = 52;

    private static final double WALK_IN = 0.2;
    private static final double FORGETS = 0.05;
    private static final double RETURNS = 0.05;
    private static final double FAITHFUL = 0.8;
    /** What happens this late can no longer come back today. */
    private static final double LAST_CALL = 0.97;

    /** Draws shoppers, and as often as needed all of them again, until the day has its receipts. */
    static List<Visit> of(TownOptions options, List<Shopper> people, List<Store> stores, Chance chance) {
        List<Visit> visits = new ArrayList<>();
        List<Shopper> turn = new ArrayList<>();
        int left = options.receipts();
        while (left > 0) {
            if (turn.isEmpty()) turn = shuffled(people, chance);
            Shopper next = turn.remove(turn.size() - 1);
            for (Visit visit : year(next, stores, chance)) {
                if (left <= 0) break;
                Visit fitting = left == 1 ? visit.forGood() : visit;
                visits.add(fitting);
                left -= fitting.returns ? 2 : 1;
            }
        }
        visits.sort(Comparator.comparing(Visit::at));
        return visits;
    }

    private Visit forGood() {
        return new Visit(at, till, shopper, false);
    }

    private static List<Shopper> shuffled(List<Shopper> people, Chance chance) {
        List<Shopper> turn = new ArrayList<>(people);
        chance.shuffle(turn);
        return turn;
    }

    /** One shopper's purchases, and those of passers-by that go with them. */
    private static List<Visit> year(Shopper shopper, List<Store> stores, Chance chance) {
        List<Visit> visits = new ArrayList<>();
        double first = chance.unit() * WEEKS;
        visits.add(visit(shopper, first, stores, chance));
        for (double later : RepeatBuying.repeats(chance, WEEKS - first)) {
            visits.add(visit(shopper, first + later, stores, chance));
        }
        for (int i = visits.size(); i > 0; i--) {
            if (chance.in(WALK_IN / (1 - WALK_IN))) visits.add(visit(null, chance.unit() * WEEKS, stores, chance));
        }
        return visits;
    }

    private static Visit visit(Shopper shopper, double week, List<Store> stores, Chance chance) {
        boolean faithful = shopper != null && chance.in(FAITHFUL);
        Store store = faithful ? stores.get(shopper.favouriteStore()) : chance.oneOf(stores);
        Shopper named = chance.in(FORGETS) ? null : shopper;
        Instant at = store.open().at(week / WEEKS * LAST_CALL);
        return new Visit(at, chance.oneOf(store.tills()), named, chance.in(RETURNS));
    }
}
