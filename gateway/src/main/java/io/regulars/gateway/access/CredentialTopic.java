package io.regulars.gateway.access;

import io.quarkus.runtime.ShutdownEvent;
import io.regulars.events.Topic;
import io.regulars.gateway.recording.IntakeProducers;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import io.regulars.platform.kafka.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The compacted topic on which gateways tell each other their store keys. For worker threads. */
@ApplicationScoped
public class CredentialTopic {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.CREDENTIALS.topicName(), 0);

    private final IntakeProducers producers;
    private final Clients clients;
    private Producer<byte[], byte[]> producer;

    CredentialTopic(IntakeProducers producers, Clients clients) {
        this.producers = producers;
        this.clients = clients;
    }

    /** Returns when every replica has it; otherwise says that it is not known. */
    synchronized void tell(Credential credential) {
        if (producer == null) producer = producers.open();
        byte[] key = credential.id().toString().getBytes(StandardCharsets.US_ASCII);
        try {
            producer.send(new ProducerRecord<>(PARTITION.topic(), key, Json.bytes(credential))).get(3, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException failure) {
            close();
            throw Refusal.of(Code.UNAVAILABLE, "The key is kept, but the gateways could not be told yet; they will be.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Code.UNAVAILABLE, "The gateway is stopping.");
        }
    }

    /** A reader at the topic's beginning. */
    KafkaConsumer<byte[], byte[]> reader() {
        KafkaConsumer<byte[], byte[]> reader = clients.looseConsumer("gateway-credentials");
        reader.assign(List.of(PARTITION));
        reader.seekToBeginning(List.of(PARTITION));
        return reader;
    }

    long end(KafkaConsumer<byte[], byte[]> reader) {
        return reader.endOffsets(List.of(PARTITION)).get(PARTITION);
    }

    long place(KafkaConsumer<byte[], byte[]> reader) {
        return reader.position(PARTITION);
    }

    synchronized void close() {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
    }

    void stop(@Observes ShutdownEvent stopping) {
        close();
    }
}
