package io.regulars.platform.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.database.Faults;
import io.regulars.platform.health.Recovery;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.http.Idempotency.Command;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Forgery;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import io.regulars.platform.view.Noted;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A database that knows less than its topic was put back or swapped: nothing is sent or decided on it. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RecoveryTest {

    private static final Topic TOPIC = Topic.ENGAGEMENTS;

    @Inject
    RelayCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    Standing standing;

    @Inject
    Idempotency idempotency;

    @Inject
    Noted noted;

    @BeforeEach
    void nothing_was_ever_said() {
        DatabaseOperator.forgetJournal();
        TopicOperator.trim(TOPIC);
    }

    @AfterEach
    void dismiss() {
        crew.dismissAll();
        standing.set("relay", State.WORKING, "put right");
        DatabaseOperator.forgetJournal();
    }

    @Test
    void a_database_behind_its_topic_is_in_recovery_and_sends_nothing() {
        Publisher.publish(TOPIC, narrator.sayOn(0, 10));
        DatabaseOperator.forgetAfter(0, 7);
        narrator.sayOn(1, 5);

        sendsNothing();
    }

    @Test
    void facts_of_another_database_on_the_topic_are_noticed() {
        JournalRow ours = narrator.sayOn(0, 1).get(0);
        Publisher.publish(TOPIC, Forgery.toldBy(UUID.randomUUID(), ours));

        sendsNothing();
    }

    @Test
    void a_restored_database_that_already_went_on_by_itself_is_noticed() {
        Publisher.publish(TOPIC, narrator.sayOn(0, 10));
        DatabaseOperator.forgetAfter(0, 7);
        narrator.sayOn(0, 5);

        sendsNothing();
    }

    @Test
    void in_recovery_commands_are_refused_nothing_is_said_and_deciding_views_wait() {
        Publisher.publish(TOPIC, narrator.sayOn(0, 10));
        DatabaseOperator.forgetAfter(0, 7);
        crew.hire(TOPIC, standing);
        await().until(() -> standing.parts().get("relay").state() == State.RECOVERY);

        assertThrows(Recovery.class, this::command);
        assertThrows(Recovery.class, () -> narrator.say(1));
        UUID customer = UUID.randomUUID();
        Speaker.say(Topic.MEMBERSHIPS, Noted.tier(customer, "silver"));
        await().until(() ->
                standing.parts().values().stream().anyMatch(part -> part.why().startsWith("Recovery")));
        assertEquals(List.of(), noted.of(customer));

        crew.dismissAll();
        standing.set("relay", State.WORKING, "put right");
        await().until(() -> noted.of(customer).size() == 1);
    }

    @Test
    void once_the_cause_is_mended_the_same_process_goes_on() {
        Publisher.publish(TOPIC, narrator.sayOn(0, 10));
        DatabaseOperator.backUpJournal();
        DatabaseOperator.forgetAfter(0, 7);
        RelayCrew.Hired relay = crew.hire(TOPIC, standing);
        await().until(() -> relay.state() == State.RECOVERY);

        DatabaseOperator.completeJournal();
        relay.wake();

        await().until(() -> relay.state() == State.WORKING);
        assertEquals(200, command().getStatus());
        narrator.sayOn(0, 2);
        OnTopic.holdsEverything(TOPIC, narrator.ends());
    }

    @Test
    void a_database_that_was_never_compared_takes_no_command_and_says_nothing_until_it_is() {
        DatabaseOperator.doubtJournal();
        isRefused(this::command);
        isRefused(() -> narrator.say(1));

        RelayCrew.Hired relay = crew.hire(TOPIC);
        await().until(() -> relay.state() == State.WORKING);

        assertEquals(200, command().getStatus());
        narrator.say(1);
    }

    @Test
    void what_one_process_found_behind_its_topic_no_other_decides_on() {
        Publisher.publish(TOPIC, narrator.sayOn(0, 10));
        DatabaseOperator.forgetAfter(0, 7);

        sendsNothing();

        isRefused(this::command);
        isRefused(() -> narrator.say(1));
    }

    private Response command() {
        Command command = new Command("ana", UUID.randomUUID().toString(), new byte[] {1});
        return idempotency.once(command, tx -> Map.of("done", true));
    }

    private static void isRefused(Executable deed) {
        assertTrue(Faults.isRecovery(assertThrows(RuntimeException.class, deed)));
    }

    private void sendsNothing() {
        Map<Integer, Long> before = TopicOperator.ends(TOPIC);
        RelayCrew.Hired relay = crew.hire(TOPIC);
        await().until(() -> relay.state() == State.RECOVERY);
        relay.dismiss();
        assertEquals(before, TopicOperator.ends(TOPIC));
    }
}
