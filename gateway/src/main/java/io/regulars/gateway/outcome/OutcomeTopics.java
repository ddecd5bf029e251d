package io.regulars.gateway.outcome;

import io.regulars.events.Topic;
import io.regulars.platform.kafka.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All partitions of the topics outcomes are told on, read from their end, without a group. For one thread. */
@ApplicationScoped
public class OutcomeTopics {

    private static final Duration STEP = Duration.ofMillis(5);

    private final Map<String, Object> settings;
    private final Pace pace = new Pace(STEP, STEP);
    private volatile KafkaConsumer<byte[], byte[]> consumer;

    OutcomeTopics(@ConfigProperty(name = "regulars.kafka") String servers) {
        this.settings = Map.of(
                "bootstrap.servers",
                servers,
                "client.id",
                "gateway-outcomes",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "latest",
                "max.poll.records",
                2_000,
                "default.api.timeout.ms",
                3_000);
    }

    void goToEnd() {
        if (consumer == null) consumer = open();
        List<TopicPartition> all = Stream.of(Topic.TOUCHPOINTS, Topic.MEMBERSHIPS)
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    ConsumerRecords<byte[], byte[]> hear() {
        pace.await();
        ConsumerRecords<byte[], byte[]> heard = consumer.poll(Duration.ofMillis(100));
        pace.begin();
        return heard;
    }

    void wakeUp() {
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) current.wakeup();
    }

    /** Leaves nothing assigned; the next {@link #goToEnd()} begins anew. */
    void close() {
        if (consumer == null) return;
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        consumer = null;
    }

    private KafkaConsumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
