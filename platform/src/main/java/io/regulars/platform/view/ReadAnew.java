package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.kafka.TopicIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads every partition from its start up to a given place, and no further. */
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

    void until(Map<TopicPartition, Place> target) {
        target.keySet().forEach(this::enter);
        consumer.assign(here.keySet());
        here.forEach((partition, place) -> consumer.seek(partition, start(partition, place)));
        long heard = System.nanoTime();
        while (behind(target)) {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(200));
            if (!polled.isEmpty()) heard = System.nanoTime();
            else if (System.nanoTime() - heard > PATIENCE_NANOS) throw nothingComes();
            apply(polled, target);
        }
    }

    private static Refusal nothingComes() {
        return Refusal.of(Code.UNAVAILABLE, "The topics do not hold what the view has read; it stays as it is.");
    }

    private void enter(TopicPartition partition) {
        String id = parts.topicIds().of(Topic.named(partition.topic()));
        here.computeIfAbsent(
                partition,
                p -> parts.places().load(beside.name(), Map.of(p, id)).get(p));
    }

    private long start(TopicPartition partition, Place place) {
        return Math.max(
                place.nextOffset(), consumer.beginningOffsets(Set.of(partition)).get(partition));
    }

    private boolean behind(Map<TopicPartition, Place> target) {
        return target.entrySet().stream()
                .anyMatch(each ->
                        here.get(each.getKey()).nextOffset() < each.getValue().nextOffset());
    }

    private void apply(ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Place> target) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> within = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < target.get(partition).nextOffset()) {
                within.computeIfAbsent(partition, p -> new ArrayList<>()).add(record);
            }
        }
        Batch batch = Batch.of(new ConsumerRecords<>(within, Map.of()), here, parts.owners()::between);
        applier.apply(batch);
        facts += batch.size();
        batch.moves()
                .forEach(move -> here.put(
                        new TopicPartition(
                                move.to().topic().topicName(), move.to().partition()),
                        move.to()));
        batch.unfinished().forEach(each -> consumer.seek(each, here.get(each).nextOffset()));
    }
}
