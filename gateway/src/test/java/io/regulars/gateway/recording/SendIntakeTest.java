package io.regulars.gateway.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.GatewaySuite;
import java.util.concurrent.CompletableFuture;
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
        IntakeLog log = new IntakeLog();
        SendIntake sender = new SendIntake(log, producers);
        CompletableFuture<RecordMetadata> recorded = log.append(new ProducerRecord<>("intake", "{}".getBytes()));

        sender.start(null);
        try {
            recorded.get(10, TimeUnit.SECONDS);
            assertEquals(2, tries.get());
        } finally {
            sender.stop(null);
        }
    }
}
