package io.regulars.platform.relay;

import io.regulars.platform.kafka.TopicIds.KafkaAway;
import io.regulars.platform.relay.Floors.Floor;
import io.regulars.platform.wire.Envelope;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** One partition as it is now, read from a floor that is still true, or else from its start, to its end. */
final class Stretch {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE = 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long begin;
    private final long end;

    Stretch(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        List<TopicPartition> only = List.of(partition);
        this.consumer = consumer;
        this.partition = partition;
        this.begin = consumer.beginningOffsets(only).get(partition);
        this.end = consumer.endOffsets(only).get(partition);
        consumer.assign(only);
    }

    void read(Floor floor, Reached reached) {
        if (floor != null && isTrue(floor)) {
            reached.startAt(floor);
            read(Math.max(begin, floor.nextOffset()), reached);
        } else {
            read(begin, reached);
        }
    }

    /** A log that was cut and grew again has something else in the floor's place; what was trimmed had it once. */
    private boolean isTrue(Floor floor) {
        long place = floor.nextOffset() - 1;
        if (end == 0 || place >= end) return false;
        if (place < begin) return true;
        consumer.seek(partition, place);
        ConsumerRecord<byte[], byte[]> record = poll().iterator().next();
        return record.offset() == place && Envelope.seq(record.headers()) == floor.seq();
    }

    private void read(long from, Reached reached) {
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) reached.see(poll());
    }

    /** The next records; there are some, or Kafka is not answering. */
    private ConsumerRecords<byte[], byte[]> poll() {
        for (int tries = 0; tries < PATIENCE; tries++) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty() || consumer.position(partition) >= end) return records;
        }
        throw new KafkaAway(partition + " cannot be read", null);
    }
}
