package io.regulars.platform.view;

import io.regulars.events.Event;
import io.regulars.events.Topic;
import io.regulars.events.Types;
import io.regulars.platform.json.Json;
import io.regulars.platform.wire.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** A record as it came off a topic, or from its owner's journal: bytes, not yet looked into. */
record Heard(Topic topic, int partition, long offset, long seq, String subject, Headers headers, byte[] body) {

    static Heard of(ConsumerRecord<byte[], byte[]> record) {
        Topic topic = Topic.named(record.topic());
        String subject = record.key() == null ? "" : Parking.storable(new String(record.key(), StandardCharsets.UTF_8));
        long seq = topic.hasJournal() ? Envelope.seq(record.headers()) : 0;
        return new Heard(topic, record.partition(), record.offset(), seq, subject, record.headers(), record.value());
    }

    String type() {
        return Envelope.text(headers, Envelope.TYPE);
    }

    /** Whose history it belongs to; null where no journal stands behind it. */
    UUID incarnation() {
        return topic.hasJournal() ? Envelope.incarnation(headers) : null;
    }

    /** Where it lies for good: its seq where there is one, its offset otherwise (below zero where a seq is due). */
    long place() {
        if (topic.hasJournal()) return seq > 0 ? seq : -1 - offset;
        return offset;
    }

    /** Whether a view that reacts to these kinds (none: all) has to look; another version of a kind counts as it. */
    boolean concerns(Set<String> kinds) {
        if (kinds.isEmpty()) return true;
        String type = type();
        if (type == null || kinds.contains(type)) return true;
        return Types.named(type) == null
                && kinds.stream().anyMatch(kind -> stem(kind).equals(stem(type)));
    }

    private static String stem(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /** Looks into it; throws what parks it when it is not a fact this build can read. */
    Told told() {
        String type = type();
        UUID eventId = Envelope.uuid(headers, Envelope.ID);
        Instant recordedAt = Envelope.instant(headers, Envelope.RECORDED_AT);
        if (type == null || eventId == null || recordedAt == null) {
            throw new BadEnvelope("headers are missing or unreadable");
        }
        if (topic.hasJournal()) check();
        Class<? extends Event> kind = Types.named(type);
        if (kind == null) throw new BadEnvelope("unsupported type or version " + type);
        if (body == null) throw new BadEnvelope("a fact without a body");
        return new Told(
                eventId,
                type,
                Json.read(body, kind),
                topic,
                partition,
                seq,
                recordedAt,
                Envelope.uuid(headers, Envelope.CORRELATION),
                Envelope.text(headers, Envelope.REPLY_TO),
                Envelope.text(headers, Envelope.TRACEPARENT));
    }

    private void check() {
        UUID about = Envelope.uuid(headers, Envelope.SUBJECT);
        if (!String.valueOf(about).equals(subject)) throw new BadEnvelope("key and subject differ");
        if (seq <= 0) throw new BadEnvelope("a fact without a seq");
    }

    /** The record is not what a topic of ours may hold. */
    static final class BadEnvelope extends RuntimeException {
        BadEnvelope(String what) {
            super(what);
        }
    }
}
