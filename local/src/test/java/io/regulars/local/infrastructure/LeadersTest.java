package io.regulars.local.infrastructure;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadersTest {
    private final String topic = "late-" + UUID.randomUUID();
    private final Admin admin = Admin.create(
            Map.of("bootstrap.servers", SharedInfrastructure.kafka().bootstrapServers()));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void a_topic_that_is_not_known_yet_is_asked_for_again_until_it_serves() throws Exception {
        double asked = requests();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> awaitFor(Duration.ofSeconds(30)));
        await().until(() -> requests() > asked + 3);
        assertFalse(waiting.isDone());

        admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();

        waiting.get(20, TimeUnit.SECONDS);
        assertEquals(
                1, admin.describeTopics(List.of(topic)).allTopicNames().get().size());
    }

    @Test
    void one_that_does_not_come_is_not_waited_for_longer_than_was_said() {
        IllegalStateException given = assertThrows(IllegalStateException.class, () -> awaitFor(Duration.ofMillis(100)));
        assertInstanceOf(UnknownTopicOrPartitionException.class, given.getCause());
    }

    private void awaitFor(Duration patience) {
        try {
            new Leaders(admin, patience).awaitAll(Map.of(topic, 3));
        } catch (ExecutionException given) {
            throw new IllegalStateException(given.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private double requests() {
        return admin.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("request-total")
                        && metric.metricName().group().equals("admin-client-metrics"))
                .mapToDouble(metric -> (Double) metric.metricValue())
                .sum();
    }
}
