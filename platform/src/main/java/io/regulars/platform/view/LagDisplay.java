package io.regulars.platform.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells the broker once a second how far a worker is: people see the lag there, nothing of ours reads it. */
final class LagDisplay {

    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    private long told = System.nanoTime();

    LagDisplay(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    void reached(Batch batch) {
        for (Places.Move move : batch.moves()) {
            TopicPartition partition =
                    new TopicPartition(move.to().topic().topicName(), move.to().partition());
            reached.put(partition, new OffsetAndMetadata(move.to().nextOffset()));
        }
    }

    void leave(TopicPartition partition) {
        reached.remove(partition);
    }

    void tell() {
        if (reached.isEmpty() || System.nanoTime() - told < EVERY_NANOS) return;
        told = System.nanoTime();
        consumer.commitAsync(Map.copyOf(reached), (done, failure) -> {});
        reached.clear();
    }
}
