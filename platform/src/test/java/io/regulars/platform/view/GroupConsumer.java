package io.regulars.platform.view;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** As the suite's own, but with a membership that ends when the consumer closes, so that tests need not wait for it. */
final class GroupConsumer {

    private GroupConsumer() {}

    static KafkaConsumer<byte[], byte[]> of(String kafka, String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", group);
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("heartbeat.interval.ms", 300);
        settings.put("session.timeout.ms", 6_000);
        settings.put("fetch.max.wait.ms", 10);
        settings.put("retry.backoff.ms", 50);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, bytes, bytes);
    }
}
