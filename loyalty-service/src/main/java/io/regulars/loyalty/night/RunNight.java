package io.regulars.loyalty.night;

import io.regulars.loyalty.night.Night.Found;
import io.regulars.loyalty.night.Night.Point;
import io.regulars.loyalty.night.Night.Tally;
import io.regulars.loyalty.night.VisitCustomers.Visited;
import io.regulars.loyalty.programme.ProgrammeVersion;
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

/**
 * One step of a night: some customers, in one transaction that also says how far the night has come. Killed anywhere it
 * goes on where it was; whoever lost the lease stops.
 */
@ApplicationScoped
class RunNight {

    /** Where nobody is found for long, that too is worth to be remembered. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

    private final Nights nights;
    private final DueCustomers dueCustomers;
    private final VisitCustomers visitCustomers;
    private final GivePresents givePresents;

    RunNight(Nights nights, DueCustomers dueCustomers, VisitCustomers visitCustomers, GivePresents givePresents) {
        this.nights = nights;
        this.dueCustomers = dueCustomers;
        this.visitCustomers = visitCustomers;
        this.givePresents = givePresents;
    }

    /** What a step left behind. */
    enum After {
        GO_ON,
        /** Everybody who is left is locked. */
        REST,
        OVER,
        LOST
    }

    /** @param most how many to visit; 0 passes over the next one */
    After step(Tx tx, Night taken, UUID owner, Rulebook rules, int most) {
        Optional<Night> held = nights.hold(tx, taken, owner);
        if (held.isEmpty()) return After.LOST;
        Night night = held.get();
        ProgrammeVersion version = rules.at(night.programme(), night.until());
        List<Search> parts = SearchRules.of(night, rules);
        long began = System.nanoTime();
        for (Point point = night.reached(); point.part() < parts.size(); point = point.next()) {
            if (System.nanoTime() - began > LONGEST_NANOS) return noted(tx, night, point, After.GO_ON);
            Search search = parts.get(point.part());
            List<Found> found = found(tx, night, search, point, version.zone(), Math.max(1, most));
            if (!found.isEmpty()) {
                visit(tx, night, point, search, rules, most == 0 ? List.of() : found, last(found));
                return After.GO_ON;
            }
            if (point.leftSome()) return noted(tx, night, point.again(), After.REST);
        }
        nights.end(tx, night);
        return After.OVER;
    }

    private After noted(Tx tx, Night night, Point point, After after) {
        nights.reach(tx, night, point, night.tally());
        return after;
    }

    private List<Found> found(Tx tx, Night night, Search search, Point point, ZoneId zone, int most) {
        return dueCustomers.next(tx, night, search, point, zone, most);
    }

    private static Found last(List<Found> found) {
        return found.get(found.size() - 1);
    }

    private void visit(Tx tx, Night night, Point from, Search search, Rulebook rules, List<Found> found, Found last) {
        Set<UUID> customers = new LinkedHashSet<>();
        for (Found each : found) customers.add(each.customerId());
        Visited visited = search.step().trigger() == null
                ? visitCustomers.visit(tx, night, search.step(), rules, customers)
                : givePresents.give(tx, night, search, rules, customers);
        Tally before = night.tally();
        Tally tally = new Tally(before.customers() + visited.customers(), before.facts() + visited.facts());
        nights.reach(tx, night, from.at(last, visited.customers() < customers.size()), tally);
    }
}
