package io.regulars.gateway.access;

import io.regulars.events.Topic;
import io.regulars.gateway.recording.SendSurely;
import io.regulars.platform.json.Json;
import io.regulars.platform.kafka.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The compacted topic on which gateways tell each other their store keys. For worker threads. */
@ApplicationScoped
public class CredentialTopic {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.CREDENTIALS.topicName(), 0);

    private final SendSurely sendSurely;
    private final Clients clients;

    CredentialTopic(SendSurely sendSurely, Clients clients) {
        this.sendSurely = sendSurely;
        this.clients = clients;
    }

    /** Returns when every replica has it; otherwise says that it is not known. */
    void tell(Credential credential) {
        byte[] key = credential.id().toString().getBytes(StandardCharsets.US_ASCII);
        sendSurely.send(new ProducerRecord<>(PARTITION.topic(), key, Json.bytes(credential)));
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
}
