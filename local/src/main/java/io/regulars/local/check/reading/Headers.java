package io.regulars.local.check.reading;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The CloudEvents attributes of a record, as texts. */
record Headers(ConsumerRecord<byte[], byte[]> record) {

    /** Empty where the attribute is missing. */
    String text(String attribute) {
        Header header = record.headers().lastHeader("ce_" + attribute);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Null where the attribute is missing; what is not an id is refused. */
    UUID id(String attribute) {
        String text = text(attribute);
        return text.isEmpty() ? null : UUID.fromString(text);
    }

    String key() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
