package io.regulars.loyalty.night;

import io.regulars.loyalty.night.Night.Found;
import io.regulars.loyalty.night.Night.Point;
import io.regulars.loyalty.night.Round.After;
import io.regulars.loyalty.night.Round.Reached;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Notes how far a night has come and looks for those who come next; whoever lost the lease stops. */
@ApplicationScoped
class NextRound {

    /** Where nobody is found for long, that too is worth to be remembered. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

    private final Nights nights;
    private final DueCustomers dueCustomers;

    NextRound(Nights nights, DueCustomers dueCustomers) {
        this.nights = nights;
        this.dueCustomers = dueCustomers;
    }

    /** @param since how far the rounds before have brought it, or null where that is written already */
    Round of(Tx tx, NightWatch watch, Reached since, int most) {
        Optional<Night> held = nights.hold(tx, watch.night(), watch.owner());
        if (held.isEmpty()) return Round.lost();
        Night night = held.get();
        Rulebook rules = watch.judging().apply(tx);
        Reached reached = since == null ? new Reached(night.reached(), night.tally()) : since;
        List<Search> parts = SearchRules.of(night, rules);
        ZoneId zone = rules.at(night.programme(), night.until()).zone();
        long began = System.nanoTime();
        for (Point point = reached.point(); point.part() < parts.size(); point = point.next()) {
            if (System.nanoTime() - began > LONGEST_NANOS) return noted(tx, night, reached.at(point), After.GO_ON);
            Search search = parts.get(point.part());
            List<Found> found = dueCustomers.next(tx, night, search, point, zone, most);
            if (!found.isEmpty()) {
                if (since != null) nights.reach(tx, night, since);
                return new Round(After.GO_ON, search, customers(found), reached.at(point.at(last(found))));
            }
            if (point.leftSome()) return noted(tx, night, reached.at(point.again()), After.REST);
        }
        if (since != null) nights.reach(tx, night, since);
        nights.end(tx, night);
        return Round.nobody(After.OVER, reached);
    }

    private Round noted(Tx tx, Night night, Reached reached, After after) {
        nights.reach(tx, night, reached);
        return Round.nobody(after, reached);
    }

    private static Set<UUID> customers(List<Found> found) {
        Set<UUID> customers = new LinkedHashSet<>();
        for (Found each : found) customers.add(each.customerId());
        return customers;
    }

    private static Found last(List<Found> found) {
        return found.get(found.size() - 1);
    }
}
