package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.kafka.TopicIds;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Reads every fact from the first up to where another view stands, and none beyond: what topics lack, from its owner. */
final class ReadAnew {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final Map<TopicPartition, Place> here = new HashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final View beside;
    private final Applier applier;
    private final Parts parts;
    private long facts;

    /** What reading anew works with. */
    record Parts(Database database, Places places, Parking parking, OwnersJournal owners, TopicIds topicIds) {}

    ReadAnew(KafkaConsumer<byte[], byte[]> consumer, View beside, Parts parts) {
        this.consumer = consumer;
        this.beside = beside;
        this.parts = parts;
        this.applier = new Applier(beside, parts.database(), parts.places(), parts.parking());
    }

    long facts() {
        return facts;
    }

    void until(Target target) {
        parts.topicIds().lookAgain();
        target.partitions().forEach(this::enter);
        consumer.assign(here.keySet());
        boolean read = false;
        while (!read) read = readTopics(target);
        target.places().forEach(this::hearTheRest);
    }

    /** Begins, or goes on; on a topic that was re-created since, from its start. */
    private void enter(TopicPartition partition) {
        String id = topicId(partition);
        Place place = here.computeIfAbsent(
                partition,
                p -> parts.places().load(beside.name(), Map.of(p, id)).get(p));
        if (!place.topicId().equals(id)) standAtTheStart(partition);
    }

    /** What is read a second time is known by its seq. */
    private void standAtTheStart(TopicPartition partition) {
        Place place = here.get(partition);
        if (!place.topic().hasJournal()) throw lost(partition);
        stand(place, place.onTopic(topicId(partition)));
    }

    private void stand(Place from, Place to) {
        applier.moveOnly(from, to);
        here.put(new TopicPartition(to.topic().topicName(), to.partition()), to);
    }

    private String topicId(TopicPartition partition) {
        return parts.topicIds().of(Topic.named(partition.topic()));
    }

    /** Reads what the topics hold of it; false when one was cut or re-created meanwhile. */
    private boolean readTopics(Target target) {
        Map<TopicPartition, Long> goals = target.onTopics(here, consumer.endOffsets(here.keySet()));
        here.keySet().forEach(this::look);
        long heard = System.nanoTime();
        try {
            while (goals.entrySet().stream().anyMatch(goal -> consumer.position(goal.getKey()) < goal.getValue())) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(200));
                if (!polled.isEmpty()) heard = System.nanoTime();
                else if (System.nanoTime() - heard > PATIENCE_NANOS) throw nothingComes();
                apply(Batch.of(target.within(polled), here, parts.owners()::between));
            }
            return true;
        } catch (OffsetOutOfRangeException moved) {
            moved.offsetOutOfRangePartitions().keySet().forEach(this::standAtTheStart);
            return false;
        }
    }

    private void look(TopicPartition partition) {
        long begin = consumer.beginningOffsets(Set.of(partition)).get(partition);
        consumer.seek(partition, Math.max(begin, here.get(partition).nextOffset()));
    }

    /** The topic may have been trimmed, cut or re-created; whoever said it still knows. */
    private void hearTheRest(TopicPartition partition, Place target) {
        Topic topic = target.topic();
        if (!topic.hasJournal() && !here.get(partition).reaches(target)) throw lost(partition);
        while (topic.hasJournal() && here.get(partition).lastSeq() < target.lastSeq()) {
            Place place = here.get(partition);
            List<Heard> rest =
                    parts.owners().between(topic, partition.partition(), place.lastSeq(), target.lastSeq() + 1);
            apply(Batch.of(place, rest));
        }
        here.get(partition).refuseAnotherHistory(target.incarnation());
    }

    private void apply(Batch batch) {
        applier.apply(batch);
        facts += batch.size();
        for (Places.Move move : batch.moves()) {
            Place to = move.to();
            here.put(new TopicPartition(to.topic().topicName(), to.partition()), to);
        }
        batch.unfinished().forEach(this::look);
    }

    private static Refusal nothingComes() {
        return Refusal.of(Code.UNAVAILABLE, "Kafka does not answer; the view stays as it is.");
    }

    private static Refusal lost(TopicPartition partition) {
        return Refusal.of(Code.CONFLICT, partition + " no longer holds what the view has read; it stays as it is.");
    }
}
