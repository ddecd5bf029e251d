package io.regulars.local.bench;

import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.suite.Suite;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What this machine could do at most: the broker and the database alone, with rows of the size a purchase has. */
final class Limits {

    private static final int BODY = 700;
    private static final int ROWS = 1_000;
    static final String TOPIC = "bench-limit";

    private Limits() {}

    /** Records per second one producer gets acknowledged by all replicas, on a topic flushed like {@code intake}. */
    static double kafka(Suite suite, double seconds) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                suite.kafka().bootstrapServers(),
                "acks",
                "all",
                "linger.ms",
                2,
                "batch.size",
                131_072));
        try (Admin admin = Admin.create(settings)) {
            NewTopic topic = new NewTopic(TOPIC, suite.options().partitions(), (short) 1)
                    .configs(Map.of("flush.messages", "1", "message.timestamp.type", "LogAppendTime"));
            admin.createTopics(List.of(topic)).all().get();
            double rate = produce(settings, seconds);
            admin.deleteTopics(List.of(TOPIC)).all().get();
            return rate;
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static double produce(Map<String, Object> settings, double seconds) {
        byte[] body = new byte[BODY];
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            long begun = System.nanoTime();
            long sent = 0;
            while (System.nanoTime() - begun < seconds * 1e9) {
                producer.send(
                        new ProducerRecord<>(TOPIC, UUID.randomUUID().toString().getBytes(), body));
                sent++;
            }
            producer.flush();
            return sent / ((System.nanoTime() - begun) / 1e9);
        }
    }

    /** Rows per second by {@code insert … select from unnest}, a thousand to a synchronously committed transaction. */
    static double postgres(Suite suite, double seconds) {
        String url = suite.postgres().jdbcUrl("crm");
        try (Connection connection = DriverManager.getConnection(url, "crm", PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create table bench_limit (id uuid primary key, body bytea not null)");
            double rate = insert(connection, seconds);
            statement.execute("drop table bench_limit");
            return rate;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static double insert(Connection connection, double seconds) throws SQLException {
        byte[][] bodies = new byte[ROWS][BODY];
        UUID[] ids = new UUID[ROWS];
        String sql = "insert into bench_limit select * from unnest(?::uuid[], ?::bytea[])";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            Array bodyArray = connection.createArrayOf("bytea", bodies);
            long begun = System.nanoTime();
            long rows = 0;
            while (System.nanoTime() - begun < seconds * 1e9) {
                for (int i = 0; i < ROWS; i++) ids[i] = UUID.randomUUID();
                insert.setArray(1, connection.createArrayOf("uuid", ids));
                insert.setArray(2, bodyArray);
                rows += insert.executeUpdate();
            }
            return rows / ((System.nanoTime() - begun) / 1e9);
        }
    }
}
