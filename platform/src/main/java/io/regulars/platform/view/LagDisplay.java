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
    private Map<TopicPartition, Long> told = Map.of();
    private long toldAt = System.nanoTime();

    LagDisplay(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** @param here where the worker stands on each of its partitions */
    void tell(Map<TopicPartition, Place> here) {
        if (System.nanoTime() - toldAt < EVERY_NANOS) return;
        toldAt = System.nanoTime();
        Map<TopicPartition, Long> reached = new HashMap<>();
        here.forEach((partition, place) -> reached.put(partition, place.nextOffset()));
        if (reached.equals(told)) return;
        told = reached;
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        reached.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
        consumer.commitAsync(offsets, (done, failure) -> {});
    }
}
