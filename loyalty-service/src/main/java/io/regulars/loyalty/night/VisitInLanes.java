package io.regulars.loyalty.night;

import io.micrometer.core.instrument.MeterRegistry;
import io.regulars.loyalty.night.visit.GivePresents;
import io.regulars.loyalty.night.visit.VisitCustomers;
import io.regulars.loyalty.night.visit.Visited;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Faults;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** Visits those of a round, each lane some at a time, in transactions of which each begins by looking at the lease. */
@ApplicationScoped
class VisitInLanes {

    private static final Logger LOG = Logger.getLogger(VisitInLanes.class);
    private static final int AT_ONCE = 250;

    private final Database database;
    private final Nights nights;
    private final VisitCustomers visitCustomers;
    private final GivePresents givePresents;
    private final Lanes lanes;
    private final MeterRegistry meters;

    VisitInLanes(
            Database database,
            Nights nights,
            VisitCustomers visitCustomers,
            GivePresents givePresents,
            Lanes lanes,
            MeterRegistry meters) {
        this.database = database;
        this.nights = nights;
        this.visitCustomers = visitCustomers;
        this.givePresents = givePresents;
        this.lanes = lanes;
        this.meters = meters;
    }

    /** None when the lease is lost. What is given may come from one budget: that is done in one lane, in its order. */
    Optional<Visited> visit(NightWatch watch, Round round) {
        Search search = round.search();
        if (search.step().trigger() != null) return lane(watch, search, List.copyOf(round.customers()), AT_ONCE);
        List<Callable<Optional<Visited>>> works = new ArrayList<>();
        for (List<UUID> own : lanes.split(round.customers())) works.add(() -> lane(watch, search, own, AT_ONCE));
        Visited all = Visited.NOBODY;
        for (Optional<Visited> each : lanes.all(works)) {
            if (each.isEmpty()) return each;
            all = all.and(each.get());
        }
        return Optional.of(all);
    }

    private Optional<Visited> lane(NightWatch watch, Search search, List<UUID> customers, int atOnce) {
        Visited all = Visited.NOBODY;
        for (int from = 0; from < customers.size(); from += atOnce) {
            List<UUID> some = customers.subList(from, Math.min(from + atOnce, customers.size()));
            Optional<Visited> visited = carefully(watch, search, some);
            if (visited.isEmpty()) return visited;
            all = all.and(visited.get());
        }
        return Optional.of(all);
    }

    /** One customer whose data cannot be worked with does not stop the night of all others: halves go on by themselves. */
    private Optional<Visited> carefully(NightWatch watch, Search search, List<UUID> some) {
        try {
            return database.untilDone(tx -> some(tx, watch, search, some));
        } catch (RuntimeException failure) {
            if (Faults.passes(failure)) throw failure;
            if (some.size() > 1) return lane(watch, search, some, (some.size() + 1) / 2);
            Night night = watch.night();
            LOG.errorf(failure, "night programme=%s day=%s passes over a customer", night.programme(), night.day());
            meters.counter("regulars.night.passed.over", "programme", night.programme())
                    .increment();
            return Optional.of(Visited.NOBODY);
        }
    }

    private Optional<Visited> some(Tx tx, NightWatch watch, Search search, Collection<UUID> some) {
        Night night = watch.night();
        if (!nights.isHeld(tx, night, watch.owner())) return Optional.empty();
        Rulebook rules = watch.judging().apply(tx);
        return Optional.of(
                search.step().trigger() == null
                        ? visitCustomers.visit(tx, night, search.step(), rules, some)
                        : givePresents.give(tx, night, search, rules, some));
    }
}
