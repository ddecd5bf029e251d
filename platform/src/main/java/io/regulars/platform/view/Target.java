package io.regulars.platform.view;

import io.regulars.platform.wire.Envelope;
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
