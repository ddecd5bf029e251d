package io.regulars.platform.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes Kafka clients with the settings the spine relies on; what is not set here has Kafka's default. */
@ApplicationScoped
public class Clients {

    private final String servers;
    private final int lingerMillis;

    Clients(
            @ConfigProperty(name = "regulars.kafka") String servers,
            @ConfigProperty(name = "regulars.linger-ms") int lingerMillis) {
        this.servers = servers;
        this.lingerMillis = lingerMillis;
    }

    /**
     * For the relay: idempotent, all replicas. After half a minute without an answer it gives up, and the relay takes its
     * shards anew: a producer whose first batch met a leader that was not ready yet may otherwise never get on.
     */
    public KafkaProducer<byte[], byte[]> relayProducer(String name) {
        Map<String, Object> settings = settings(name);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", lingerMillis);
        settings.put("batch.size", 131_072);
        settings.put("compression.type", "lz4");
        settings.put("max.block.ms", 10_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("delivery.timeout.ms", 30_000);
        settings.put("max.request.size", 1_048_576);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** For reading partitions to their end without a group: the broker is not to wait long for more. */
    public KafkaConsumer<byte[], byte[]> looseConsumer(String name) {
        Map<String, Object> settings = settings(name);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("fetch.max.wait.ms", 50);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** For a view's worker: Kafka hands out partitions, the database says from where. */
    public KafkaConsumer<byte[], byte[]> groupConsumer(String group, String instance, int batch) {
        Map<String, Object> settings = settings(instance);
        settings.put("group.id", group);
        settings.put("group.instance.id", instance);
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("max.poll.records", batch);
        settings.put("session.timeout.ms", 6_000);
        settings.put("heartbeat.interval.ms", 1_500);
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("reconnect.backoff.max.ms", 1_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin(String name) {
        Map<String, Object> settings = settings(name);
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("request.timeout.ms", 3_000);
        return Admin.create(settings);
    }

    private Map<String, Object> settings(String name) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", servers);
        settings.put("client.id", name);
        settings.put("reconnect.backoff.max.ms", 1_000);
        settings.put("retry.backoff.ms", 50);
        return settings;
    }
}
