package io.regulars.platform.wire;

import io.regulars.events.Event;
import io.regulars.events.Types;
import io.regulars.platform.journal.Cause;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What travels around a fact: CloudEvents 1.0 in Kafka's binary mode, attributes as {@code ce_*} headers. */
public record Envelope(
        UUID eventId,
        String type,
        String source,
        UUID subject,
        Instant occurredAt,
        Instant recordedAt,
        long seq,
        UUID incarnation,
        UUID causationId,
        UUID correlationId,
        String replyTo,
        String traceparent) {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String REPLY_TO = "ce_replyto";
    public static final String CORRELATION = "ce_correlationid";
    public static final String SEQ = "ce_seq";
    private static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    private static final String TIME = "ce_time";
    public static final String RECORDED_AT = "ce_recordedat";
    private static final String INCARNATION = "ce_incarnation";
    private static final String CAUSATION = "ce_causationid";
    public static final String TRACEPARENT = "ce_traceparent";
    private static final byte[] VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    /** The envelope of a fact no journal stands behind, such as what the gateway takes in. */
    public static Envelope unjournaled(UUID eventId, Event event, String source, Cause cause) {
        return new Envelope(
                eventId,
                Types.nameOf(event),
                source,
                event.subject(),
                event.occurredAt(),
                cause.recordedAt(),
                0,
                null,
                cause.eventId(),
                cause.correlationId(),
                cause.replyTo(),
                cause.traceparent());
    }

    /** The record to send; a null partition leaves the choice to the key. */
    public ProducerRecord<byte[], byte[]> record(String topic, Integer partition, byte[] body) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, bytes(subject.toString()), body);
        write(record.headers());
        return record;
    }

    /** Headers are searched from the last to the first: what every reader looks at stands at the end. */
    private void write(Headers headers) {
        headers.add("ce_specversion", VERSION);
        headers.add("content-type", JSON);
        put(headers, SOURCE, source);
        put(headers, TIME, occurredAt);
        put(headers, CAUSATION, causationId);
        put(headers, TRACEPARENT, traceparent);
        put(headers, CORRELATION, correlationId);
        put(headers, SUBJECT, subject);
        put(headers, ID, eventId);
        put(headers, RECORDED_AT, recordedAt);
        put(headers, REPLY_TO, replyTo);
        put(headers, INCARNATION, incarnation);
        if (seq > 0) put(headers, SEQ, seq);
        put(headers, TYPE, type);
    }

    /** Reads the headers back; whatever is missing or unreadable is null (seq: 0). */
    public static Envelope of(Headers headers) {
        return new Envelope(
                uuid(headers, ID),
                text(headers, TYPE),
                text(headers, SOURCE),
                uuid(headers, SUBJECT),
                instant(headers, TIME),
                instant(headers, RECORDED_AT),
                seq(headers),
                uuid(headers, INCARNATION),
                uuid(headers, CAUSATION),
                uuid(headers, CORRELATION),
                text(headers, REPLY_TO),
                text(headers, TRACEPARENT));
    }

    public static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    public static long seq(Headers headers) {
        String text = text(headers, SEQ);
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException garbled) {
            return 0;
        }
    }

    public static UUID incarnation(Headers headers) {
        return uuid(headers, INCARNATION);
    }

    public static UUID uuid(Headers headers, String name) {
        String text = text(headers, name);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException garbled) {
            return null;
        }
    }

    public static Instant instant(Headers headers, String name) {
        String text = text(headers, name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (java.time.format.DateTimeParseException garbled) {
            return null;
        }
    }

    private static void put(Headers headers, String name, Object value) {
        if (value != null) headers.add(name, bytes(value.toString()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
