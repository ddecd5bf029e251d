package io.regulars.gateway.recording;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.startup.TopicSettings;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class SendIntakeTest {

    @ConfigProperty(name = "regulars.kafka")
    String kafka;

    @Inject
    Clients clients;

    private final Standing standing = new Standing();
    private final IntakeLog log = new IntakeLog();

    @Test
    void a_sender_that_could_not_even_begin_tries_again() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        IntakeProducers producers = new IntakeProducers(kafka) {
            @Override
            public Producer<byte[], byte[]> open(String name) {
                boolean first = tries.getAndIncrement() == 0;
                return first ? new IntakeProducers("an address without a port").open(name) : super.open(name);
            }
        };
        SendIntake sender = new SendIntake(log, producers, topics());
        CompletableFuture<RecordMetadata> recorded = post();

        sender.start(null);
        try {
            recorded.get(10, TimeUnit.SECONDS);
            assertEquals(2, tries.get());
        } finally {
            sender.stop(null);
        }
    }

    @Test
    void nothing_is_acknowledged_by_a_topic_that_may_forget_it() throws Exception {
        TopicOperator.set(Topic.INTAKE, "flush.messages", "1000");
        SendIntake sender = new SendIntake(log, new IntakeProducers(kafka), topics());
        sender.start(null);
        try {
            CompletableFuture<RecordMetadata> posted = post();
            ExecutionException no = assertThrows(ExecutionException.class, () -> posted.get(10, TimeUnit.SECONDS));
            assertInstanceOf(Refusal.class, no.getCause());
            String why = "topic intake has flush.messages = 1000, it must be 1";
            assertEquals(new Standing.Of(State.STOPPED, why), standing.parts().get("topics"));

            TopicOperator.set(Topic.INTAKE, "flush.messages", "1");

            await().until(() -> standing.parts().get("topics").state() == State.WORKING);
            post().get(10, TimeUnit.SECONDS);
        } finally {
            TopicOperator.set(Topic.INTAKE, "flush.messages", "1");
            sender.stop(null);
        }
    }

    private VerifyTopics topics() {
        return new VerifyTopics(new TopicSettings(clients, SuiteResource.PARTITIONS, "machine"), standing);
    }

    private CompletableFuture<RecordMetadata> post() {
        return log.append(new ProducerRecord<>("intake", "{}".getBytes()));
    }
}
