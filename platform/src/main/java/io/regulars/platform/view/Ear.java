package io.regulars.platform.view;

import io.regulars.events.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** How a worker hears its topics: keeps its footing while partitions come and go and logs are cut beneath it. */
final class Ear implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final Footing footing;
    private boolean paused;

    Ear(Consumer<byte[], byte[]> consumer, Footing footing) {
        this.consumer = consumer;
        this.footing = footing;
    }

    void turnTo(Collection<Topic> topics) {
        consumer.subscribe(topics.stream().map(Topic::topicName).toList(), this);
    }

    /** Brings nothing where the offset we wanted is not there: the next time we look where we stand then. */
    ConsumerRecords<byte[], byte[]> hear(Duration patience) {
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

    /** Waits without being taken for dead: paused partitions bring nothing, polling keeps the group's trust. */
    void holdOn(Duration pause) {
        paused = true;
        try {
            consumer.pause(consumer.assignment());
            hear(pause);
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

    void wake() {
        consumer.wakeup();
    }

    void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
