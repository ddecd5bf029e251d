package io.regulars.gateway.outcome;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.GatewaySuite;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class HearOutcomesTest {

    @ConfigProperty(name = "regulars.kafka")
    String kafka;

    @Test
    void a_listener_that_could_not_even_begin_tries_again() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        OutcomeTopics topics = new OutcomeTopics(kafka) {
            @Override
            void goToEnd() {
                if (tries.getAndIncrement() == 0) new OutcomeTopics("an address without a port").goToEnd();
                super.goToEnd();
            }
        };
        HearOutcomes hear = new HearOutcomes(new Waiters(), topics);

        hear.start(null);
        try {
            hear.await(UUID.randomUUID());
            await().atMost(Duration.ofSeconds(10)).until(() -> hear.listening().isDone());
            assertEquals(2, tries.get());
        } finally {
            hear.stop(null);
        }
    }
}
