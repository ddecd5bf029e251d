package io.regulars.local.check.reading;

import io.regulars.local.check.evidence.Spine;
import io.regulars.local.process.NotStarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics as bytes, from their beginning to where they ended when reading began. */
final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(250);

    private final String bootstrapServers;
    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "none",
                        "max.poll.records", "5000",
                        "max.partition.fetch.bytes", "2097152",
                        "fetch.max.wait.ms", "50",
                        "default.api.timeout.ms", "15000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Where each partition of these topics begins and ends now. */
    List<Spine.Span> spans(Collection<String> topics) {
        Map<TopicPartition, String> ids = partitions(topics);
        try {
            Map<TopicPartition, Long> first = consumer.beginningOffsets(ids.keySet());
            Map<TopicPartition, Long> end = consumer.endOffsets(ids.keySet());
            List<Spine.Span> spans = new ArrayList<>();
            ids.forEach((partition, id) -> spans.add(new Spine.Span(
                    partition.topic(), partition.partition(), first.get(partition), end.get(partition), id)));
            return spans;
        } catch (KafkaException silent) {
            throw silent();
        }
    }

    private Map<TopicPartition, String> partitions(Collection<String> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, String> partitions = new HashMap<>();
            for (TopicDescription topic : admin.describeTopics(topics)
                    .allTopicNames()
                    .get(15, TimeUnit.SECONDS)
                    .values()) {
                String id = topic.topicId().toString();
                topic.partitions()
                        .forEach(each -> partitions.put(new TopicPartition(topic.name(), each.partition()), id));
            }
            return partitions;
        } catch (ExecutionException | TimeoutException refused) {
            throw silent();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw silent();
        }
    }

    void read(List<Spine.Span> spans, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Spine.Span> open = new HashMap<>();
        for (Spine.Span span : spans) {
            if (span.end() > span.first()) open.put(new TopicPartition(span.topic(), span.shard()), span);
        }
        consumer.assign(open.keySet());
        open.forEach((partition, span) -> consumer.seek(partition, span.first()));
        long heard = System.nanoTime();
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                heard = System.nanoTime();
                Spine.Span span = open.get(new TopicPartition(record.topic(), record.partition()));
                if (span != null && record.offset() < span.end()) reader.accept(record);
            }
            if (System.nanoTime() - heard > PATIENCE.toNanos()) throw silent();
            finish(open);
        }
    }

    private void finish(Map<TopicPartition, Spine.Span> open) {
        Set<TopicPartition> done = new HashSet<>();
        open.forEach((partition, span) -> {
            if (consumer.position(partition) >= span.end()) done.add(partition);
        });
        done.forEach(open::remove);
        if (!done.isEmpty()) consumer.assign(open.keySet());
    }

    private NotStarted silent() {
        return new NotStarted("Kafka at " + bootstrapServers + " does not answer, or lacks the suite's topics.");
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
    }
}
