package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Faults;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.kafka.Pace;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.startup.TopicSettings.WrongTopic;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** One thread of a view: polls, applies, goes on. The database says where it stands; Kafka only hands out partitions. */
final class Worker implements Runnable, ConsumerRebalanceListener {

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
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile boolean running = true;
    private Footing footing;
    private LagDisplay lag;
    private boolean paused;

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
        consumer = parts.consumers().get();
        footing = new Footing(view, applier, parts, consumer);
        lag = new LagDisplay(consumer);
        try {
            consumer.subscribe(view.follows().stream().map(Topic::topicName).toList(), this);
            while (running) turn();
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }

    private void turn() {
        pace.await();
        ConsumerRecords<byte[], byte[]> polled = poll(POLL);
        footing.noticeNewTopics();
        lag.tell(footing.here());
        parts.standing().set(name, State.WORKING, footing.here().size() + " partitions");
        if (polled.isEmpty()) return;
        pace.begin();
        insist(polled);
        pace.end();
        if (polled.count() >= parts.batch()) pace.hurry();
    }

    /** Brings nothing where the offset we wanted is not there: the next poll looks where we stand then. */
    private ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        try {
            return consumer.poll(patience);
        } catch (LogTruncationException cut) {
            stepBack(cut);
        } catch (OffsetOutOfRangeException moved) {
            moved.offsetOutOfRangePartitions().keySet().forEach(footing::reposition);
        }
        return ConsumerRecords.empty();
    }

    private void stepBack(LogTruncationException cut) {
        Map<TopicPartition, OffsetAndMetadata> divergent = cut.divergentOffsets();
        for (TopicPartition partition : cut.offsetOutOfRangePartitions().keySet()) {
            OffsetAndMetadata last = divergent.get(partition);
            if (last == null) footing.reposition(partition);
            else footing.stepBack(partition, last.offset());
        }
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
                holdOn(Math.min(1_000, 20L << Math.min(failed, 6)));
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

    /** Waits without being taken for dead: paused partitions bring nothing, polling keeps the group's trust. */
    private void holdOn(long millis) {
        paused = true;
        try {
            consumer.pause(consumer.assignment());
            poll(Duration.ofMillis(millis));
        } finally {
            paused = false;
        }
        consumer.resume(consumer.assignment());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(footing::reload);
        if (paused) consumer.pause(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(footing::leave);
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
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) current.wakeup();
    }
}
