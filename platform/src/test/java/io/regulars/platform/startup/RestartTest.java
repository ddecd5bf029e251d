package io.regulars.platform.startup;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.events.Topic;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.relay.OnTopic;
import io.regulars.platform.relay.RelayCrew;
import io.regulars.platform.testing.ByHand;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.TopicOperator;
import io.regulars.platform.view.Noted;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL and Kafka may fall at any moment: everything goes on by itself, and nothing is lost or counted twice. */
@QuarkusTest
@TestProfile(ByHand.class)
class RestartTest {

    private static final Logger LOG = Logger.getLogger(RestartTest.class);
    private static final Topic TOPIC = Topic.ENGAGEMENTS;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    RelayCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    Noted noted;

    @Inject
    Standing standing;

    @TestHTTPResource(value = "/q/health/live", management = true)
    URI live;

    private final Load load = new Load();

    @BeforeEach
    void nothing_was_ever_said() {
        DatabaseOperator.forgetJournal();
        TopicOperator.trim(TOPIC);
    }

    @AfterEach
    void dismiss() {
        load.stop();
        crew.dismissAll();
    }

    @Test
    void a_database_that_falls_under_load_is_waited_for() {
        RelayCrew.Hired relay = crew.hire(TOPIC);
        load.start();
        await().until(() -> load.said.get() > 20);

        SharedInfrastructure.postgres().stopImmediately();
        await().until(() -> isDegraded("noting-1") || isDegraded("noting-2"));
        await().until(() -> relay.state() == State.DEGRADED);
        isAlive();
        SharedInfrastructure.postgres().start();

        recovers("PostgreSQL", relay);
    }

    @Test
    void a_broker_that_falls_under_load_and_loses_the_end_of_a_log_is_waited_for_and_filled_up() throws IOException {
        RelayCrew.Hired relay = crew.hire(TOPIC);
        load.start();
        await().until(() -> load.said.get() > 20);

        SharedInfrastructure.kafka().kill();
        cutInHalf(SharedInfrastructure.folder().resolve("kafka/data/" + TOPIC.topicName() + "-0/00000000000000000000.log"));
        await().until(() -> isDegraded("noting-1") || isDegraded("noting-2"));
        isAlive();
        SharedInfrastructure.kafka().start();

        recovers("Kafka", relay);
    }

    /** From the moment the part is back until everything works and a new fact has gone all the way. */
    private void recovers(String part, RelayCrew.Hired relay) {
        long back = System.nanoTime();
        UUID newcomer = UUID.randomUUID();
        Speaker.say(Topic.MEMBERSHIPS, Noted.tier(newcomer, "silver"));
        await().atMost(PATIENCE).until(() -> noted.of(newcomer).size() == 1);
        await().atMost(PATIENCE).until(() -> isWorking("noting-1") && isWorking("noting-2"));
        await().atMost(PATIENCE).until(() -> relay.state() == State.WORKING);
        Duration took = Duration.ofNanos(System.nanoTime() - back);
        LOG.infof("%s came back under load: everything worked again after %d ms", part, took.toMillis());
        load.stop();
        OnTopic.holdsEverything(TOPIC, narrator.ends());
        await().untilAsserted(() -> assertEquals(load.ofAna, noted.of(load.ana), "recovered in " + took));
    }

    private boolean isDegraded(String worker) {
        return standing.parts().get(worker).state() == State.DEGRADED;
    }

    private boolean isWorking(String worker) {
        return standing.parts().get(worker).state() == State.WORKING;
    }

    private void isAlive() {
        given().get(live).then().statusCode(200);
    }

    private static void cutInHalf(Path log) throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
    }

    /** A service at work: it says facts of its own, and hears those of another. */
    private final class Load {
        private final UUID ana = UUID.randomUUID();
        private final List<Long> ofAna = new ArrayList<>();
        private final AtomicInteger said = new AtomicInteger();
        private final List<CompletableFuture<Void>> running = new ArrayList<>();
        private volatile boolean wanted = true;

        void start() {
            running.add(CompletableFuture.runAsync(this::talk, task -> new Thread(task, "talk").start()));
            running.add(CompletableFuture.runAsync(this::hearOfAna, task -> new Thread(task, "hear").start()));
        }

        private void talk() {
            while (wanted) {
                try {
                    narrator.say(5);
                    said.incrementAndGet();
                } catch (RuntimeException fault) {
                    LOG.debugf("said nothing: %s", fault.getMessage());
                }
            }
        }

        private void hearOfAna() {
            while (wanted) ofAna.add(Speaker.say(Topic.MEMBERSHIPS, Noted.tier(ana, "silver")).seq());
        }

        void stop() {
            wanted = false;
            running.forEach(CompletableFuture::join);
        }
    }
}
