package io.regulars.local.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.Topic;
import io.regulars.local.process.FreePorts;
import io.regulars.local.process.NotStarted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    @TempDir
    static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = new KafkaBroker(folder, FreePorts.next(), FreePorts.next()).start();
        new Topics(12, 1).create(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        broker.stop();
        assertFalse(broker.isRunning());
    }

    @Test
    void what_was_acknowledged_survives_a_kill() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all", "compression.type", "zstd"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            byte[] word = "still here".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>("touchpoints", 3, null, word)).get(10, TimeUnit.SECONDS);
        }

        broker.kill();
        assertFalse(broker.isRunning());
        broker.start();

        assertEquals("still here", firstRecordOf(new TopicPartition("touchpoints", 3)));
    }

    @Test
    void topics_carry_the_settings_the_services_insist_on() throws Exception {
        assertEquals("604800000", setting("intake", "retention.ms"));
        assertEquals("86400000", setting("intake", "segment.ms"));
        assertEquals("1", setting("intake", "flush.messages"));
        for (String facts : List.of("touchpoints", "memberships", "engagements")) {
            assertEquals("-1", setting(facts, "retention.ms"), facts);
            assertEquals("delete", setting(facts, "cleanup.policy"), facts);
            assertEquals(12, partitions(facts), facts);
        }
        assertEquals("compact", setting("credentials", "cleanup.policy"));
        assertEquals("-1", setting("clock", "retention.ms"));
        assertEquals(1, partitions("credentials"));
        assertEquals(1, partitions("clock"));
        for (Topic topic : Topic.values()) {
            assertEquals("LogAppendTime", setting(topic.topicName(), "message.timestamp.type"));
        }
    }

    @Test
    void creating_the_topics_again_keeps_them_and_puts_settings_right() throws Exception {
        new Topics(12, 1).create(broker.bootstrapServers());
        assertEquals(12, partitions("intake"));
    }

    @Test
    void another_partition_count_is_refused() {
        Topics others = new Topics(13, 1);

        NotStarted refused = assertThrows(NotStarted.class, () -> others.create(broker.bootstrapServers()));

        assertTrue(refused.getMessage().contains("fixed at creation"), refused.getMessage());
    }

    private static String setting(String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin()) {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            return config.get(name).value();
        }
    }

    private static int partitions(String topic) throws Exception {
        try (Admin admin = admin()) {
            return admin.describeTopics(Set.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static String firstRecordOf(TopicPartition partition) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            var records = consumer.poll(Duration.ofSeconds(10));
            return new String(records.iterator().next().value(), StandardCharsets.UTF_8);
        }
    }
}
