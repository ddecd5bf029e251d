package io.regulars.gateway.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Producers that know the answer within three seconds: acknowledged by all replicas, or given up. */
@ApplicationScoped
public class IntakeProducers {

    private final String servers;

    IntakeProducers(@ConfigProperty(name = "regulars.kafka") String servers) {
        this.servers = servers;
    }

    public Producer<byte[], byte[]> open(String name) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", servers);
        settings.put("client.id", name);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 5);
        settings.put("batch.size", 131_072);
        settings.put("compression.type", "lz4");
        settings.put("max.block.ms", 500);
        settings.put("request.timeout.ms", 1_000);
        settings.put("delivery.timeout.ms", 2_500);
        settings.put("reconnect.backoff.ms", 50);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("retry.backoff.ms", 50);
        settings.put("socket.connection.setup.timeout.ms", 1_000);
        settings.put("socket.connection.setup.timeout.max.ms", 2_000);
        settings.put("metadata.max.age.ms", 30_000);
        settings.put("max.request.size", 1_048_576);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
