package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.health.Standing;
import io.regulars.platform.journal.Shards;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Views and workers put together by hand over the real database and Kafka. */
@Singleton
class ViewCrew {

    private final List<AtWork> atWork = new ArrayList<>();
    private final Database database;
    private final Places places;
    private final Parking parking;
    private final OwnersJournal owners;
    private final TopicIds topicIds;
    private final Freshness freshness;
    private final Narrator narrator;

    private final String kafka;

    ViewCrew(
            Database database,
            Places places,
            Parking parking,
            OwnersJournal owners,
            TopicIds topicIds,
            Freshness freshness,
            Narrator narrator,
            @ConfigProperty(name = "regulars.kafka") String kafka) {
        this.database = database;
        this.places = places;
        this.parking = parking;
        this.owners = owners;
        this.topicIds = topicIds;
        this.freshness = freshness;
        this.narrator = narrator;
        this.kafka = kafka;
    }

    Applier applier(View view) {
        return new Applier(view, database, places, parking);
    }

    /** Lets the view begin with what is said from now on; earlier tests are not its business. */
    Map<TopicPartition, Place> settle(View view) {
        Map<TopicPartition, Place> here = new HashMap<>();
        for (Topic topic : view.follows()) {
            TopicOperator.ends(topic)
                    .forEach((partition, end) -> here.put(
                            new TopicPartition(topic.topicName(), partition),
                            settle(view, topic, partition, end, lastSeq(topic, partition))));
        }
        return here;
    }

    /** Lets the view begin after a seq of shard 0 of the service's own topic, which ends there. */
    Map<TopicPartition, Place> settle(View view, long lastSeq) {
        Map<TopicPartition, Place> here = settle(view);
        TopicPartition first = new TopicPartition(Topic.TOUCHPOINTS.topicName(), 0);
        Place end = here.get(first);
        Place earlier = new Place(end.topic(), 0, end.topicId(), end.nextOffset(), null, lastSeq, end.incarnation());
        applier(view).moveOnly(end, earlier);
        here.put(first, earlier);
        return here;
    }

    private Place settle(View view, Topic topic, int partition, long end, long lastSeq) {
        TopicPartition where = new TopicPartition(topic.topicName(), partition);
        Place before =
                places.load(view.name(), Map.of(where, topicIds.of(topic))).get(where);
        Place now = before.after(end - 1, null, lastSeq, null);
        applier(view).moveOnly(before, now);
        return now;
    }

    private long lastSeq(Topic topic, int shard) {
        if (topic == Topic.TOUCHPOINTS) return narrator.ends().get(shard);
        return topic.hasJournal() ? Speaker.lastSeq(topic, shard) : 0;
    }

    AtWork start(View view) {
        return start(view, view.name(), owners);
    }

    /** In a group of its own a worker is given every partition, whoever else has them. */
    AtWork start(View view, String group, OwnersJournal askedForMissing) {
        Standing standing = new Standing();
        Worker.Parts parts = new Worker.Parts(
                () -> GroupConsumer.of(kafka, group),
                places,
                askedForMissing,
                topicIds,
                standing,
                freshness,
                () -> {},
                1_000);
        AtWork one = new AtWork(new Worker("worker", view, applier(view), parts), standing);
        atWork.add(one);
        return one;
    }

    void dismissAll() {
        atWork.forEach(AtWork::dismiss);
        atWork.clear();
    }

    /** How often a view has counted each fact. */
    Map<UUID, Integer> counted(View view) {
        Map<UUID, Integer> counted = new HashMap<>();
        for (Row row : rows("select event_id from %s where view = $1", view)) {
            counted.merge(row.getUUID(0), 1, Integer::sum);
        }
        return counted;
    }

    /** The seqs a view has counted on a topic, in the order in which it did. */
    List<Long> seqs(View view) {
        List<Long> seqs = new ArrayList<>();
        for (Row row : rows("select seq from %s where view = $1 order by ordinal", view)) seqs.add(row.getLong(0));
        return seqs;
    }

    /** The topics they came on, in that order. */
    List<String> topics(View view) {
        List<String> topics = new ArrayList<>();
        rows("select topic from %s where view = $1 order by ordinal", view)
                .forEach(row -> topics.add(row.getString(0)));
        return topics;
    }

    /** The same, shard by shard. */
    Map<Integer, List<Long>> seqsByShard(View view) {
        Map<Integer, List<Long>> seqs = new HashMap<>();
        for (Row row : rows("select subject, seq from %s where view = $1 order by ordinal", view)) {
            int shard = Shards.of(row.getUUID("subject"), SuiteResource.PARTITIONS);
            seqs.computeIfAbsent(shard, each -> new ArrayList<>()).add(row.getLong("seq"));
        }
        return seqs;
    }

    private Iterable<Row> rows(String sql, View view) {
        String table = view.tables().isEmpty() ? "counted" : view.tables().get(0);
        return database.read(tx -> tx.rows(sql.formatted(table), view.name()));
    }

    /** A worker on its thread. */
    static final class AtWork {
        private final Worker worker;
        private final Standing standing;
        private final Thread thread;

        private AtWork(Worker worker, Standing standing) {
            this.worker = worker;
            this.standing = standing;
            thread = new Thread(worker, "crew-worker");
            thread.start();
        }

        Standing.Of how() {
            return standing.parts().getOrDefault("worker", new Standing.Of(Standing.State.STARTING, ""));
        }

        boolean has(int partitions) {
            return how().why().equals(partitions + " partitions");
        }

        void dismiss() {
            worker.stop();
            try {
                thread.join(15_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
