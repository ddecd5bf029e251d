package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Intake.TouchpointPosted;
import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.journal.Shards;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import io.regulars.platform.view.ViewCrew.AtWork;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was posted and trimmed before a view's first look can be had from nobody: the view does not pass over it. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TrimmedIntakeTest {

    @Inject
    ViewCrew crew;

    @Inject
    Noted noted;

    @Inject
    Database database;

    @AfterEach
    void dismiss() {
        crew.dismissAll();
        TopicOperator.recreate(Topic.INTAKE);
    }

    @Test
    void a_view_stops_where_it_never_read_what_was_trimmed_and_goes_on_when_told_to() {
        everybodyReadsThisIntake();
        TouchpointPosted lost = Noted.visit();
        int partition = Shards.of(lost.touchpointId(), SuiteResource.PARTITIONS);
        UUID lostId = Speaker.say(Topic.INTAKE, lost).eventId();
        await().until(() -> noted.of(lost.touchpointId()).size() == 1);
        long begin = TopicOperator.ends(Topic.INTAKE).get(partition);
        TopicOperator.trim(Topic.INTAKE, partition, begin);
        CountingView view = new CountingView("late-to-intake", Topic.INTAKE);

        AtWork worker = crew.start(view);

        await().until(() -> worker.how().state() == State.STOPPED);
        String why = worker.how().why();
        String range = "intake-" + partition + " lost 0.." + (begin - 1) + " before they were read. ";
        assertTrue(why.startsWith(range), why);

        DatabaseOperator.run(why.substring(why.indexOf("update ")));
        crew.start(view);
        UUID next = Speaker.say(Topic.INTAKE, Noted.visit()).eventId();
        await().until(() -> crew.counted(view).containsKey(next));
        assertNull(crew.counted(view).get(lostId));
    }

    /** Another test may have put a new one in its place a moment ago. */
    private void everybodyReadsThisIntake() {
        String id = TopicOperator.id(Topic.INTAKE);
        String here = "select 1 from view_position where view = 'noting' and topic = 'intake' and topic_id = $1";
        await().until(() -> database.read(sql -> sql.rows(here, id).size()) == SuiteResource.PARTITIONS);
    }
}
