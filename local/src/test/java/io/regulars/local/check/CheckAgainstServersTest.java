package io.regulars.local.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.check.history.Histories;
import io.regulars.local.check.history.History;
import io.regulars.local.check.history.Load;
import io.regulars.local.check.history.Published;
import io.regulars.local.check.history.SmallProgramme;
import io.regulars.local.check.history.Stored;
import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.local.infrastructure.Topics;
import io.regulars.local.process.ProjectRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAgainstServersTest {
    private static final List<String> DATABASES = List.of("crm", "loyalty", "engagement", "gateway");

    @TempDir
    Path data;

    @Test
    void a_history_in_real_servers_is_read_whole_and_what_is_wrong_in_it_is_found() throws Exception {
        String kafka = SharedInfrastructure.kafka().bootstrapServers();
        Stored stored = new Stored(SharedInfrastructure.postgres());
        History history = Histories.of(7, 60);
        for (String database : DATABASES) stored.migrate(database);
        publish(history, kafka);
        new Load(history, stored, topicIds(kafka)).all();
        Files.createDirectories(data.resolve("truth"));
        Files.write(data.resolve("truth/one.jsonl"), history.truth);

        CheckReport report = Check.run(options(kafka));

        assertEquals(
                List.of(),
                report.lines().stream().filter(line -> line.count() > 0).toList());
        assertEquals(Check.notes(history.evidence()), report.notes());

        try (Connection loyalty = stored.connection("loyalty");
                Statement statement = loyalty.createStatement()) {
            assertTrue(statement.executeUpdate("update wallet set debt = debt + 1 where active = 0") > 0
                    || statement.executeUpdate("update wallet set active = active + 1") > 0);
        }
        CheckReport again = Check.run(options(kafka));
        assertTrue(again.count("conservation") > 0);
        assertTrue(again.count("model: balance") > 0);
        assertTrue(again.count("views disagreeing") > 0);
        assertEquals(0, again.count("lost") + again.count("order and gaps") + again.count("stuck"));
    }

    private CheckOptions options(String kafka) {
        PostgresServer postgres = SharedInfrastructure.postgres();
        return new CheckOptions(
                kafka,
                postgres.host(),
                postgres.port(),
                PostgresServer.PASSWORD,
                data,
                ProjectRoot.find().resolve("loyalty-service/src/main/resources/programme/default.yaml"),
                "USD",
                SmallProgramme.ZONE.getId(),
                Duration.ZERO);
    }

    private static void publish(History history, String kafka) {
        new Topics(Published.PARTITIONS, 1).create(kafka);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "enable.idempotence", "true");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            history.intake.forEach(record -> producer.send(copy(record)));
            history.published.delivered().forEach(record -> producer.send(copy(record)));
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), null, record.key(), record.value(), record.headers());
    }

    private static Map<String, String> topicIds(String kafka) throws Exception {
        List<String> topics = List.of("intake", "touchpoints", "memberships", "engagements");
        Map<String, String> ids = new HashMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
        }
        return ids;
    }
}
