package io.regulars.platform.clock;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.database.Faults;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where time is told, a service that starts knows how late it is before it is asked. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TopicClockTest {

    private static final Instant TEN = Instant.parse("2011-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2011-03-01T11:00:00Z");

    @ConfigProperty(name = "regulars.kafka")
    String kafka;

    private final Standing standing = new Standing();
    private TopicClock clock;

    @BeforeEach
    void nobody_has_told_the_time() {
        TopicOperator.recreate(Topic.CLOCK);
    }

    @AfterEach
    void stop() {
        clock.stop();
    }

    @Test
    void a_clock_that_begins_anew_is_as_late_as_was_told() throws InterruptedException {
        Speaker.sendAll(IntStream.range(0, 1_200)
                .mapToObj(second -> word(TEN.plusSeconds(second).toString()))
                .toList());
        say(ELEVEN.toString());

        begin();

        assertEquals(ELEVEN, clock.now());
        assertEquals(State.WORKING, standing.parts().get("clock").state());
    }

    @Test
    void a_word_that_is_no_time_does_not_stop_it() throws InterruptedException {
        say("half past nine");
        say(null);
        say(TEN.toString());
        begin();
        assertEquals(TEN, clock.now());

        say(null);
        say("");
        say(ELEVEN.toString());

        await().until(() -> clock.now().equals(ELEVEN));
    }

    @Test
    void where_nobody_ever_told_the_time_it_is_the_epoch_until_somebody_does() throws InterruptedException {
        begin();
        assertEquals(Instant.EPOCH, clock.now());

        say(TEN.toString());

        await().until(() -> clock.now().equals(TEN));
    }

    @Test
    void while_it_has_not_heard_it_gives_no_time_and_the_service_is_not_ready() throws InterruptedException {
        clock = new TopicClock("127.0.0.1:1", standing);

        assertFalse(clock.awaitHeard(Duration.ofMillis(100)));

        assertTrue(Faults.passes(assertThrows(RuntimeException.class, clock::now)));
        assertEquals(State.STARTING, standing.parts().get("clock").state());
    }

    private void begin() throws InterruptedException {
        clock = new TopicClock(kafka, standing);
        assertTrue(clock.awaitHeard(Duration.ofSeconds(20)));
    }

    private static void say(String word) {
        Speaker.send(word(word));
    }

    private static ProducerRecord<byte[], byte[]> word(String word) {
        byte[] bytes = word == null ? null : word.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(Topic.CLOCK.topicName(), 0, null, bytes);
    }
}
