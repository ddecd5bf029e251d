package io.regulars.platform.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.events.Topic;
import io.regulars.platform.database.Faults;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.relay.RelayCrew.Hired;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.OwnServers;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The files of a database are put back while Kafka is away: nobody may decide on them before they are compared. */
@QuarkusTest
@TestProfile(OwnServers.Alone.class)
class PutBackTest {

    private static final Topic TOPIC = Topic.ENGAGEMENTS;

    @Inject
    RelayCrew crew;

    @Inject
    Narrator narrator;

    private final Standing standing = new Standing();

    @AfterEach
    void dismiss() {
        OwnServers.kafka().start();
        crew.dismissAll();
    }

    @Test
    void while_kafka_is_away_a_database_that_was_compared_decides_and_one_that_was_put_back_does_not() {
        Hired before = aRelayIsAtWork();
        narrator.sayOn(0, 5);
        OwnServers.postgres().stop();
        OwnServers.backUp();
        OwnServers.postgres().start();
        goesOn();
        narrator.sayOn(0, 5);
        OnTopic.holdsEverything(TOPIC, narrator.ends());
        before.dismiss();

        OwnServers.kafka().stop();
        crew.hire(TOPIC, standing);
        narrator.say(1);
        assertFalse(stands(State.RECOVERY));

        OwnServers.postgres().stopImmediately();
        OwnServers.putBack();
        OwnServers.postgres().start();
        assertEquals(5, narrator.ends().get(0));
        isRefused();

        OwnServers.kafka().start();
        await().until(() -> standing.parts().get("relay").why().contains("holds seq 10, the journal ends at 5"));
        isRefused();
    }

    private Hired aRelayIsAtWork() {
        Hired relay = crew.hire(TOPIC, standing);
        await().until(() -> stands(State.WORKING));
        return relay;
    }

    /** Once the relay has noticed that PostgreSQL was started anew, and compared. */
    private void goesOn() {
        await().ignoreExceptions().until(() -> !narrator.sayOn(1, 1).isEmpty());
    }

    private boolean stands(State state) {
        return standing.parts().get("relay").state() == state;
    }

    private void isRefused() {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> narrator.say(1));
        assertTrue(Faults.isRecovery(refused), refused::toString);
    }
}
