package io.regulars.platform.view;

import io.regulars.platform.database.Faults;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.kafka.Pace;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.startup.TopicSettings.WrongTopic;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** One thread of a view: polls, applies, goes on. The database says where it stands; Kafka only hands out partitions. */
final class Worker implements Runnable {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SHORTEST_STEP = Duration.ofMillis(5);
    private static final Duration LONGEST_STEP = Duration.ofMillis(50);

    /** What a worker works with. */
    record Parts(
            Supplier<? extends Consumer<byte[], byte[]>> consumers,
            Places places,
            OwnersJournal owners,
            TopicIds topicIds,
            Standing standing,
            Freshness freshness,
            Startup startup,
            int batch) {}

    private final String name;
    private final View view;
    private final Applier applier;
    private final Parts parts;
    private final Pace pace = new Pace(SHORTEST_STEP, LONGEST_STEP);
    private volatile Ear ear;
    private volatile boolean running = true;
    private Footing footing;
    private LagDisplay lag;

    Worker(String name, View view, Applier applier, Parts parts) {
        this.name = name;
        this.view = view;
        this.applier = applier;
        this.parts = parts;
    }

    @Override
    public void run() {
        while (running) {
            try {
                follow();
            } catch (Stopped | WrongTopic stop) {
                stop(stop);
                return;
            } catch (WakeupException stopping) {
                LOG.debugf("view %s was woken", view.name());
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "view %s starts anew", view.name());
                parts.standing().set(name, State.DEGRADED, Applier.reason(failure));
                idle(500);
            } catch (Error fatal) {
                stop(fatal);
                throw fatal;
            }
        }
    }

    private void stop(Throwable why) {
        LOG.errorf(why, "view %s stops", view.name());
        parts.standing().set(name, State.STOPPED, String.valueOf(why.getMessage()));
    }

    /** A life with one consumer. */
    private void follow() {
        parts.startup().verify();
        Consumer<byte[], byte[]> consumer = parts.consumers().get();
        footing = new Footing(view, applier, parts, consumer);
        lag = new LagDisplay(consumer);
        ear = new Ear(consumer, footing);
        try {
            ear.turnTo(view.follows());
            while (running) turn();
        } finally {
            ear.close();
        }
    }

    private void turn() {
        pace.await();
        ConsumerRecords<byte[], byte[]> polled = ear.hear(POLL);
        footing.noticeNewTopics();
        lag.tell(footing.here());
        parts.standing().set(name, State.WORKING, footing.here().size() + " partitions");
        if (polled.isEmpty()) return;
        pace.begin();
        insist(polled);
        pace.end();
        if (polled.count() >= parts.batch()) pace.hurry();
    }

    /** Applies what was polled, for as long as it takes; keeps its partitions meanwhile. */
    private void insist(ConsumerRecords<byte[], byte[]> polled) {
        int racesLost = 0;
        for (int failed = 0; running; failed++) {
            try {
                if (!footing.here().keySet().containsAll(polled.partitions())) return;
                if (decides()) parts.standing().refuseInRecovery();
                Batch batch = Batch.of(polled, footing.here(), parts.owners()::between);
                applier.apply(batch, racesLost);
                advance(batch);
                return;
            } catch (Places.Lost lost) {
                LOG.infof("%s", lost.getMessage());
                footing.reloadAll();
                return;
            } catch (RuntimeException failure) {
                if (failure instanceof Stopped || !Faults.passes(failure)) throw failure;
                if (Faults.isRace(failure)) racesLost++;
                parts.standing().set(name, State.DEGRADED, Applier.reason(failure));
                if (failed == 0) LOG.warnf("view %s waits: %s", view.name(), Applier.reason(failure));
                footing.reloadQuietly();
                ear.holdOn(Duration.ofMillis(Math.min(1_000, 20L << Math.min(failed, 6))));
            }
        }
    }

    /** What a deciding view says cannot be unsaid; a reading one can be rebuilt. */
    private boolean decides() {
        return view.tables().isEmpty();
    }

    private void advance(Batch batch) {
        footing.advance(batch);
        parts.freshness().applied(view.name(), batch);
    }

    private void idle(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    void stop() {
        running = false;
        Ear current = ear;
        if (current != null) current.wake();
    }
}
