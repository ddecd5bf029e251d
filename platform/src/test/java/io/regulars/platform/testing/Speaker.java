package io.regulars.platform.testing;

import io.regulars.events.Event;
import io.regulars.events.Topic;
import io.regulars.events.Types;
import io.regulars.platform.journal.Shards;
import io.regulars.platform.json.Json;
import io.regulars.platform.wire.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Says facts on a topic as the service that owns it would: numbered per shard, with the same headers. */
public final class Speaker {

    private static final UUID INCARNATION = UUID.randomUUID();
    private static final Map<String, Long> SEQS = new ConcurrentHashMap<>();

    private static final Map<String, KafkaProducer<byte[], byte[]>> LINES = new ConcurrentHashMap<>();

    private Speaker() {}

    /** Says a fact now and waits until the topic has it. */
    public static Envelope say(Topic topic, Event event) {
        return say(topic, event, Instant.now());
    }

    public static Envelope say(Topic topic, Event event, Instant recordedAt) {
        Envelope envelope = envelope(topic, event, recordedAt, nextSeq(topic, event), null, null);
        send(topic, envelope, Json.bytes(event));
        return envelope;
    }

    /** Says a fact somebody waits for. */
    public static Envelope sayTo(Topic topic, Event event, UUID correlationId, String replyTo) {
        Envelope envelope = envelope(topic, event, Instant.now(), nextSeq(topic, event), correlationId, replyTo);
        send(topic, envelope, Json.bytes(event));
        return envelope;
    }

    /** Sends a record as it is; for repeats, holes and broken bodies. */
    public static RecordMetadata send(Topic topic, Envelope envelope, byte[] body) {
        int shard = Shards.of(envelope.subject(), SuiteResource.PARTITIONS);
        return send(envelope.record(topic.topicName(), shard, body));
    }

    public static RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return sendAll(List.of(record)).get(0);
    }

    /** Sends records in this order and waits until the topic has them all. */
    public static List<RecordMetadata> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        KafkaProducer<byte[], byte[]> line = LINES.computeIfAbsent(Servers.kafka(), Speaker::open);
        List<RecordMetadata> places = new ArrayList<>();
        try {
            for (Future<RecordMetadata> sent : records.stream().map(line::send).toList()) places.add(sent.get());
            return places;
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KafkaProducer<byte[], byte[]> open(String kafka) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", false), bytes, bytes);
    }

    public static Envelope envelope(
            Topic topic, Event event, Instant recordedAt, long seq, UUID correlationId, String replyTo) {
        return new Envelope(
                UUID.randomUUID(),
                Types.nameOf(event),
                "/regulars/" + topic.speaker(),
                event.subject(),
                event.occurredAt(),
                recordedAt,
                seq,
                INCARNATION,
                null,
                correlationId,
                replyTo,
                null);
    }

    /** The next number on the event's shard; topics without a journal have none. */
    public static long nextSeq(Topic topic, Event event) {
        if (!topic.hasJournal()) return 0;
        int shard = Shards.of(event.subject(), SuiteResource.PARTITIONS);
        return SEQS.merge(topic + "/" + shard, 1L, Long::sum);
    }

    /** The number said last on a shard. */
    public static long lastSeq(Topic topic, int shard) {
        return SEQS.getOrDefault(topic + "/" + shard, 0L);
    }
}
