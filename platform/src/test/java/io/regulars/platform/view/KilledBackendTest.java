package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.CountingView.Step;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL kills the connection of a turn in the middle of one of its statements: the turn has its effect once. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class KilledBackendTest {

    private static final Topic TOPIC = Topic.TOUCHPOINTS;
    private static final String DIE_ONCE = """
            create function die_once() returns trigger language plpgsql as $$ begin
                if nextval('deaths') = 1 then
                    perform pg_terminate_backend(pg_backend_pid());
                    perform pg_sleep(10);
                end if;
                return new;
            end $$
            """;

    @Inject
    ViewCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    Journal journal;

    @Inject
    Database database;

    @BeforeEach
    void lie_in_wait() {
        DatabaseOperator.run("create sequence deaths", "grant usage, select on sequence deaths to crm", DIE_ONCE);
    }

    @AfterEach
    void dismiss() {
        crew.dismissAll();
        DatabaseOperator.run("drop function die_once() cascade", "drop sequence deaths");
    }

    @Test
    void while_its_position_moves() {
        survives("position", "trigger deadly before update on view_position for each row when (new.last_seq > 0)");
    }

    @Test
    void while_it_is_applied() {
        survives("apply", "trigger deadly before insert on counted for each row");
    }

    @Test
    void while_its_facts_are_appended() {
        survives("append", "trigger deadly before insert on journal for each row");
    }

    @Test
    void while_it_is_committed() {
        survives(
                "commit",
                "constraint trigger deadly after insert on counted deferrable initially deferred for each row");
    }

    private void survives(String step, String deadly) {
        CountingView view = view("killed-while-" + step);
        crew.settle(view);
        crew.start(view);
        List<JournalRow> said = narrator.sayOn(0, 3);
        long saidBefore = narrator.ends().get(1);
        DatabaseOperator.run("create " + deadly + " execute function die_once()");

        Publisher.publish(TOPIC, said);

        List<Long> seqs = said.stream().map(JournalRow::seq).toList();
        await().untilAsserted(() -> assertEquals(seqs, crew.seqs(view)));
        assertEquals(causes(said), causesOf(narrator.after(1, saidBefore)));
        assertTrue(deaths() > 1, "nothing died");
    }

    /** A view that says one fact on shard 1 about each it hears. */
    private CountingView view(String name) {
        UUID elsewhere = Narrator.someoneOn(1);
        return new CountingView(name, TOPIC).with((step, tx, told) -> {
            if (step != Step.COUNTED) return;
            Facts facts = new Facts(Narrator.NOON);
            facts.say(Narrator.fact(elsewhere), told.cause());
            journal.append(tx, facts);
        });
    }

    private long deaths() {
        return database.read(sql ->
                sql.rows("select last_value from deaths").iterator().next().getLong(0));
    }

    private static List<UUID> causes(List<JournalRow> said) {
        return said.stream().map(row -> row.envelope().eventId()).toList();
    }

    private static List<UUID> causesOf(List<JournalRow> said) {
        return said.stream().map(row -> row.envelope().causationId()).toList();
    }
}
