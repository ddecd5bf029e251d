package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Faults;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.kafka.TopicIds;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

    /** What a worker works with. */
    record Parts(
            Supplier<KafkaConsumer<byte[], byte[]>> consumers, Places places, OwnersJournal owners, TopicIds topicIds,
            Standing standing, Freshness freshness, Startup startup) {}

    private final String name;
    private final View view;
    private final Applier applier;
    private final Parts parts;
    private final Map<TopicPartition, Place> here = new HashMap<>();
    private KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean running = true;

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
            } catch (Applier.Stopped | OwnersJournal.Gap | LostIntake stop) {
                LOG.errorf(stop, "view %s stops", view.name());
                parts.standing().set(name, State.STOPPED, stop.getMessage());
                return;
            } catch (WakeupException stopping) {
                LOG.debugf("view %s was woken", view.name());
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "view %s starts anew", view.name());
                parts.standing().set(name, State.DEGRADED, Applier.reason(failure));
                idle(500);
            }
        }
    }

    /** A life with one consumer. */
    private void follow() {
        parts.startup().verify();
        consumer = parts.consumers().get();
        try {
            consumer.subscribe(view.follows().stream().map(Topic::topicName).toList(), this);
            while (running) turn();
        } finally {
            here.clear();
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }

    private void turn() {
        ConsumerRecords<byte[], byte[]> polled;
        try {
            polled = consumer.poll(POLL);
        } catch (LogTruncationException cut) {
            cut.divergentOffsets().forEach((partition, last) -> moveTo(partition, last.offset()));
            return;
        } catch (OffsetOutOfRangeException moved) {
            moved.offsetOutOfRangePartitions().keySet().forEach(this::reposition);
            return;
        }
        parts.standing().set(name, State.WORKING, here.size() + " partitions");
        noticeNewTopics();
        if (!polled.isEmpty()) insist(polled);
    }

    /** Applies what was polled, for as long as it takes; keeps its partitions meanwhile. */
    private void insist(ConsumerRecords<byte[], byte[]> polled) {
        for (int attempt = 0; running; attempt++) {
            try {
                if (!here.keySet().containsAll(polled.partitions())) return;
                Batch batch = Batch.of(polled, here, parts.owners()::between);
                applier.apply(batch);
                advance(batch);
                return;
            } catch (Places.Lost lost) {
                LOG.infof("%s", lost.getMessage());
                List.copyOf(here.keySet()).forEach(this::reload);
                return;
            } catch (RuntimeException failure) {
                if (!Faults.passes(failure)) throw failure;
                parts.standing().set(name, State.DEGRADED, Applier.reason(failure));
                if (attempt == 0) LOG.warnf("view %s waits: %s", view.name(), Applier.reason(failure));
                reloadQuietly();
                holdOn(Math.min(1_000, 20L << Math.min(attempt, 6)));
            }
        }
    }

    private void advance(Batch batch) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Places.Move move : batch.moves()) {
            TopicPartition partition = new TopicPartition(move.to().topic().topicName(), move.to().partition());
            here.put(partition, move.to());
            offsets.put(partition, new OffsetAndMetadata(move.to().nextOffset()));
        }
        parts.freshness().applied(view.name(), batch);
        consumer.commitAsync(offsets, (done, failure) -> { });
    }

    /** Part of a divided batch may have been applied before a fault: what the database says is where we stand. */
    private void reloadQuietly() {
        try {
            Map<TopicPartition, String> ids = new HashMap<>();
            here.forEach((partition, place) -> ids.put(partition, place.topicId()));
            here.putAll(parts.places().load(view.name(), ids));
        } catch (RuntimeException stillAway) {
            LOG.debugf("positions not read: %s", stillAway.getMessage());
        }
    }

    /** Waits without being taken for dead: paused partitions bring nothing, polling keeps the group's trust. */
    private void holdOn(long millis) {
        consumer.pause(consumer.assignment());
        consumer.poll(Duration.ofMillis(millis));
        consumer.resume(consumer.assignment());
    }

    private void noticeNewTopics() {
        for (Map.Entry<TopicPartition, Place> each : List.copyOf(here.entrySet())) {
            if (!parts.topicIds().of(each.getValue().topic()).equals(each.getValue().topicId())) reload(each.getKey());
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(this::reload);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(here::remove);
    }

    /** Reads where the view stands on a partition and looks there; on another topic than before, from its start. */
    private void reload(TopicPartition partition) {
        String id = parts.topicIds().of(Topic.named(partition.topic()));
        Place place = parts.places().load(view.name(), Map.of(partition, id)).get(partition);
        seek(partition, place.topicId().equals(id) ? place : restart(place, id));
    }

    private Place restart(Place place, String newId) {
        LOG.warnf("topic %s is another one than before: read from its start", place.topic());
        return move(place, place.onTopic(newId));
    }

    /** The offset we wanted is not there: the topic was cut at its start or at its end. */
    private void reposition(TopicPartition partition) {
        Place place = parts.places().load(view.name(), Map.of(partition, "")).get(partition);
        long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (place.nextOffset() > end) {
            seek(partition, move(place, place.at(end)));
        } else if (place.topic().hasJournal() || place.nextOffset() == 0) {
            seek(partition, move(place, place.at(begin)));
        } else {
            throw new LostIntake(partition + " lost " + place.nextOffset() + ".." + begin + " before they were read");
        }
    }

    /** The leader of the partition changed and had less than we had read: what follows may come again. */
    private void moveTo(TopicPartition partition, long offset) {
        Place place = parts.places().load(view.name(), Map.of(partition, "")).get(partition);
        seek(partition, move(place, place.at(offset)));
    }

    private Place move(Place from, Place to) {
        applier.moveOnly(from, to);
        return to;
    }

    private void seek(TopicPartition partition, Place place) {
        here.put(partition, place);
        var epoch = Optional.ofNullable(place.leaderEpoch());
        consumer.seek(partition, new OffsetAndMetadata(place.nextOffset(), epoch, ""));
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
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) current.wakeup();
    }

    /** Receipts were removed before anybody read them; going on would hide that. */
    static final class LostIntake extends RuntimeException {
        LostIntake(String what) {
            super(what);
        }
    }
}
