package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Forgery;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A view that is built anew hears every fact its forerunner heard, whatever became of the topic since. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RebuildViewTest {

    private static final Topic TOPIC = Topic.TOUCHPOINTS;

    @Inject
    ViewCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    RebuildView rebuild;

    @BeforeEach
    void nothing_was_ever_said() {
        DatabaseOperator.forgetJournal();
        DatabaseOperator.run("truncate counted_anew");
        TopicOperator.recreate(TOPIC);
    }

    @AfterEach
    void dismiss() {
        crew.dismissAll();
    }

    @Test
    void what_was_trimmed_at_the_start_of_a_topic_comes_from_its_owner() {
        CountingView view = view("anew-trimmed");
        List<JournalRow> said = heard(view, 1_300);
        TopicOperator.trim(TOPIC, 0, 1_295);

        assertTrue(rebuild.rebuild(view, false).equal());

        goesOn(view, said);
    }

    @Test
    void what_was_trimmed_comes_from_its_owner_also_when_nothing_follows_it() {
        CountingView view = view("anew-bare");
        List<JournalRow> said = heard(view, 20);
        TopicOperator.trim(TOPIC);

        assertTrue(rebuild.rebuild(view, false).equal());

        goesOn(view, said);
    }

    @Test
    void a_topic_re_created_since_is_read_from_its_start_and_the_rest_comes_from_its_owner() {
        CountingView view = view("anew-re-created");
        List<JournalRow> said = heard(view, 20);
        TopicOperator.recreate(TOPIC);
        Publisher.publish(TOPIC, said.subList(5, 15));

        assertTrue(rebuild.rebuild(view, false).equal());

        assertEquals(seqs(said), crew.seqs(view));
    }

    @Test
    void a_topic_re_created_while_it_is_read_is_read_from_its_start() {
        AtomicBoolean armed = new AtomicBoolean();
        List<JournalRow> said = new ArrayList<>();
        CountingView view = view("anew-in-between").with((step, tx, told) -> {
            if (!armed.compareAndSet(true, false)) return;
            TopicOperator.recreate(TOPIC);
            Publisher.publish(TOPIC, said.subList(560, 600));
        });
        said.addAll(heard(view, 600));
        armed.set(true);

        assertTrue(rebuild.rebuild(view, false).equal());

        assertFalse(armed.get());
        assertEquals(seqs(said), crew.seqs(view));
    }

    @Test
    void it_does_not_hear_what_its_forerunner_has_not_heard_yet() {
        CountingView view = view("anew-no-further");
        List<JournalRow> said = heard(view, 5);
        List<JournalRow> later = narrator.sayOn(0, 5);
        Publisher.publish(TOPIC, later);

        assertTrue(rebuild.rebuild(view, false).equal());

        assertEquals(seqs(said), crew.seqs(view));
        crew.start(view);
        said.addAll(later);
        hears(view, said);
    }

    @Test
    void where_a_fact_is_missing_everywhere_the_view_stays_as_it_is() {
        CountingView view = view("anew-gap");
        List<JournalRow> said = heard(view, 10);
        TopicOperator.trim(TOPIC);
        DatabaseOperator.forgetAfter(0, 7);

        Stopped gap = assertThrows(Stopped.class, () -> rebuild.rebuild(view, false));

        assertTrue(gap.getMessage().startsWith("gap: touchpoints shard 0 lacks seq 8"), gap.getMessage());
        assertEquals(seqs(said), crew.seqs(view));
    }

    @Test
    void from_facts_of_another_database_it_is_not_built() {
        CountingView view = view("anew-another-history");
        List<JournalRow> said = heard(view, 3);
        TopicOperator.recreate(TOPIC);
        UUID another = UUID.randomUUID();
        said.forEach(row -> Publisher.publish(TOPIC, Forgery.toldBy(another, row)));

        assertThrows(Stopped.class, () -> rebuild.rebuild(view, false));

        assertEquals(seqs(said), crew.seqs(view));
    }

    @Test
    void a_topic_without_a_journal_that_was_re_created_cannot_be_heard_again() {
        CountingView view = new CountingView("anew-intake", Topic.INTAKE).rebuildable();
        crew.start(view);
        Speaker.say(Topic.INTAKE, Noted.visit());
        await().until(() -> !crew.seqs(view).isEmpty());
        crew.dismissAll();
        int heard = crew.seqs(view).size();
        TopicOperator.recreate(Topic.INTAKE);
        for (int i = 0; i < 2 * heard; i++) Speaker.say(Topic.INTAKE, Noted.visit());

        assertThrows(Refusal.class, () -> rebuild.rebuild(view, false));

        assertEquals(heard, crew.seqs(view).size());
    }

    private static CountingView view(String name) {
        return new CountingView(name, TOPIC).rebuildable();
    }

    /** Facts that the live view has heard; then it rests. */
    private List<JournalRow> heard(CountingView view, int count) {
        crew.start(view);
        List<JournalRow> said = new ArrayList<>(narrator.sayOn(0, count));
        Publisher.publish(TOPIC, said);
        hears(view, said);
        crew.dismissAll();
        return said;
    }

    private void goesOn(CountingView view, List<JournalRow> said) {
        crew.start(view);
        List<JournalRow> next = narrator.sayOn(0, 2);
        Publisher.publish(TOPIC, next);
        said.addAll(next);
        hears(view, said);
    }

    private void hears(CountingView view, List<JournalRow> said) {
        await().untilAsserted(() -> assertEquals(seqs(said), crew.seqs(view)));
    }

    private static List<Long> seqs(List<JournalRow> said) {
        return said.stream().map(JournalRow::seq).toList();
    }
}
