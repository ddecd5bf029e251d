package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Tx;
import io.regulars.platform.wire.Envelope;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Where a view stands: so far one that is built anew has to come, and not beyond. */
record Target(Map<TopicPartition, Place> places) {

    private static final String LOOK = """
            select topic, partition, topic_id, next_offset, last_seq, incarnation from view_position
            where view = $1 order by topic, partition
            """;

    /** Where it stands at this moment. */
    static Target of(Tx tx, String view) {
        return of(tx.rows(LOOK, view));
    }

    /** Where it stands until this transaction ends: it is kept from going on. */
    static Target held(Tx tx, String view) {
        return of(tx.rows(LOOK + " for update", view));
    }

    private static Target of(RowSet<Row> rows) {
        Map<TopicPartition, Place> places = new HashMap<>();
        for (Row row : rows) {
            Topic topic = Topic.named(row.getString("topic"));
            int partition = row.getInteger("partition");
            places.put(
                    new TopicPartition(topic.topicName(), partition),
                    new Place(
                            topic,
                            partition,
                            row.getString("topic_id"),
                            row.getLong("next_offset"),
                            null,
                            row.getLong("last_seq"),
                            row.getUUID("incarnation")));
        }
        return new Target(places);
    }

    Set<TopicPartition> partitions() {
        return places.keySet();
    }

    /** The same as offsets: where the view stands if it read this topic and that still reaches so far, else its end. */
    Map<TopicPartition, Long> onTopics(Map<TopicPartition, Place> here, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> goals = new HashMap<>(ends);
        places.forEach((partition, place) -> {
            if (place.topicId().equals(here.get(partition).topicId())) {
                goals.merge(partition, place.nextOffset(), Math::min);
            }
        });
        return goals;
    }

    ConsumerRecords<byte[], byte[]> within(ConsumerRecords<byte[], byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> within = new HashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
                if (isWithin(record, places.get(partition))) records.add(record);
            }
            if (!records.isEmpty()) within.put(partition, records);
        }
        return new ConsumerRecords<>(within, Map.of());
    }

    /** A fact is known by its seq, wherever it lies; anything else by its offset. */
    private static boolean isWithin(ConsumerRecord<byte[], byte[]> record, Place end) {
        long seq = end.topic().hasJournal() ? Envelope.seq(record.headers()) : 0;
        return seq > 0 ? seq <= end.lastSeq() : record.offset() < end.nextOffset();
    }
}
