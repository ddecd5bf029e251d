package io.regulars.loyalty.night;

import io.micrometer.core.instrument.MeterRegistry;
import io.regulars.loyalty.night.Round.After;
import io.regulars.loyalty.night.Round.Reached;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs the newest night of each programme to its end, however many were missed before it. */
@ApplicationScoped
public class RunNights {

    private static final Logger LOG = Logger.getLogger(RunNights.class);
    private static final int AT_ONCE = 1_000;
    private static final int PATIENCE = 200;
    private static final long REST_NANOS = Duration.ofMillis(50).toNanos();

    private final Database database;
    private final Programmes programmes;
    private final Nights nights;
    private final RunNight runNight;
    private final Lanes lanes;
    private final NightSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    RunNights(
            Database database,
            Programmes programmes,
            Nights nights,
            RunNight runNight,
            Lanes lanes,
            NightSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.programmes = programmes;
        this.nights = nights;
        this.runNight = runNight;
        this.lanes = lanes;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    public void all() {
        all(programmes.current(), clock.now(), programmes::judging);
    }

    /** A programme whose night fails keeps no other from its own. */
    void all(Rulebook rules, Instant now, Function<Tx, Rulebook> judging) {
        for (String programme : rules.programmes().keySet()) {
            try {
                run(programme, rules.at(programme, now).zone(), now, judging, UUID.randomUUID());
            } catch (RuntimeException | Error failure) {
                LOG.warnf(failure, "night programme=%s goes on with the next look", programme);
            }
        }
    }

    /** Runs what is left of the night of that moment; says whether it came to its end here. */
    boolean run(String programme, ZoneId zone, Instant now, Function<Tx, Rulebook> judging, UUID owner) {
        LocalDate day = LocalDate.ofInstant(now.minus(settings.begins()), zone);
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        Instant until = now.isBefore(end) ? now : end;
        Optional<Night> taken = database.untilDone(tx -> nights.take(tx, programme, day, until, owner));
        if (taken.isEmpty()) return false;
        long began = System.nanoTime();
        try {
            boolean over = toItsEnd(new NightWatch(taken.get(), owner, judging));
            if (over) report(taken.get(), System.nanoTime() - began);
            return over;
        } finally {
            database.inTransaction(tx -> {
                nights.letGo(tx, taken.get(), owner);
                return null;
            });
        }
    }

    private boolean toItsEnd(NightWatch watch) {
        Reached since = null;
        for (int rested = 0; rested < PATIENCE; ) {
            Round round = runNight.step(watch, since, AT_ONCE * lanes.count());
            if (round.after() == After.OVER || round.after() == After.LOST) return round.after() == After.OVER;
            if (round.after() == After.REST) rest(++rested);
            since = round.reached();
        }
        Night night = watch.night();
        LOG.warnf("night programme=%s day=%s waits for customers who are locked", night.programme(), night.day());
        return false;
    }

    private static void rest(int rested) {
        LockSupport.parkNanos(REST_NANOS * Math.min(rested, 10));
    }

    private void report(Night night, long nanos) {
        Duration took = Duration.ofNanos(nanos);
        database.read(tx -> nights.tally(tx, night)).ifPresent(tally -> {
            meters.timer("regulars.night", "programme", night.programme()).record(took);
            meters.counter("regulars.night.facts", "programme", night.programme())
                    .increment(tally.facts());
            LOG.infof(
                    "night programme=%s day=%s until=%s customers=%d facts=%d millis=%d",
                    night.programme(), night.day(), night.until(), tally.customers(), tally.facts(), took.toMillis());
        });
    }
}
