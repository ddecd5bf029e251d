package io.regulars.platform.testing;

import io.regulars.events.Event;
import io.regulars.events.Topic;
import io.regulars.events.Types;
import io.regulars.platform.json.Json;
import io.regulars.platform.wire.Envelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a whole topic from its start to where it ends now. */
public final class Listener {

    /** A fact and what travelled with it. */
    public record Said(Envelope envelope, Event event, int partition, long offset) {}

    private Listener() {}

    /** Everything said on a topic so far, in order per partition. */
    public static List<Said> all(Topic topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", Servers.kafka());
        // A reader that is closed waits for its last question, which the broker keeps for so long when nothing comes.
        settings.put("fetch.max.wait.ms", 10);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        }
    }

    /** Everything of one kind, said so far. */
    public static <E extends Event> List<E> all(Topic topic, Class<E> kind) {
        return all(topic).stream()
                .map(Said::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static List<Said> read(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<Said> said = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                Envelope envelope = Envelope.of(record.headers());
                Class<? extends Event> kind = Types.named(String.valueOf(envelope.type()));
                if (kind == null) return;
                said.add(new Said(envelope, Json.read(record.value(), kind), record.partition(), record.offset()));
            });
        }
        return said;
    }
}
