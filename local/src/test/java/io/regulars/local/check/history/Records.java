package io.regulars.local.check.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.regulars.events.Event;
import io.regulars.events.Types;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Facts as they lie on a topic. */
public final class Records {
    public static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Records() {}

    public static ConsumerRecord<byte[], byte[]> of(Said said, int shard, long offset, int seq) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                said.topic().topic(), shard, offset, bytes(said.subject().toString()), bytes(said.body()));
        header(record, "id", said.eventId());
        header(record, "type", said.type());
        header(record, "subject", said.subject());
        header(record, "time", said.occurredAt());
        header(record, "recordedat", said.recordedAt());
        header(record, "seq", seq);
        if (said.cause() != null) header(record, "causationid", said.cause());
        return record;
    }

    static ConsumerRecord<byte[], byte[]> posted(UUID id, Event posted, long offset) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "intake", 0, offset, bytes(posted.subject().toString()), bytes(JSON.valueToTree(posted)));
        header(record, "id", id);
        header(record, "type", Types.nameOf(posted));
        return record;
    }

    public static void header(ConsumerRecord<byte[], byte[]> record, String attribute, Object value) {
        record.headers().add("ce_" + attribute, bytes(value.toString()));
    }

    public static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
