package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import io.regulars.platform.view.CountingView.Step;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a view had parked when it was built anew is either applied now or parked still, never both and never gone. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RebuildParkedTest {

    private static final Topic TOPIC = Topic.TOUCHPOINTS;

    @Inject
    ViewCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    RebuildView rebuild;

    @Inject
    ReplayParked replay;

    @Inject
    Noted noted;

    private final AtomicBoolean wrong = new AtomicBoolean(true);

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
    void what_it_cannot_apply_either_stays_parked_once_and_is_replayed_in_order() {
        CountingView view = choking("anew-parked");
        UUID customer = Narrator.someoneOn(0);
        List<JournalRow> said = parked(view, customer);

        assertTrue(rebuild.rebuild(view, false).equal());

        assertEquals(2, noted.parked(view.name(), customer.toString()).size());
        wrong.set(false);
        assertEquals(2, replay.replay(view, customer.toString()).applied());
        assertEquals(seqs(said), crew.seqs(view));
    }

    @Test
    void what_was_parked_and_can_be_applied_now_is_parked_no_more() {
        CountingView view = choking("anew-mended");
        UUID customer = Narrator.someoneOn(0);
        List<JournalRow> said = parked(view, customer);
        wrong.set(false);

        assertFalse(rebuild.rebuild(view, true).equal());

        assertEquals(List.of(), noted.parked(view.name(), customer.toString()));
        assertEquals(seqs(said), crew.seqs(view));
    }

    private CountingView choking(String name) {
        return new CountingView(name, TOPIC).rebuildable().with((step, tx, told) -> {
            if (step == Step.MOVED && wrong.get()) throw new IllegalStateException("no");
        });
    }

    /** Two facts about one subject that the live view has parked; then it rests. */
    private List<JournalRow> parked(CountingView view, UUID customer) {
        crew.start(view);
        narrator.say(List.of(customer, customer));
        List<JournalRow> said = narrator.after(0, 0);
        Publisher.publish(TOPIC, said);
        await().until(() -> noted.parked(view.name(), customer.toString()).size() == 2);
        crew.dismissAll();
        return said;
    }

    private static List<Long> seqs(List<JournalRow> said) {
        return said.stream().map(JournalRow::seq).toList();
    }
}
