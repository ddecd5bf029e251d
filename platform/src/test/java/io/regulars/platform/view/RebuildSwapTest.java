package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import io.regulars.platform.view.RebuildView.Rebuilt;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was built anew takes the live one's place if it is the same, or if it is meant to; and one at a time. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RebuildSwapTest {

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
    void a_view_that_comes_out_otherwise_is_left_beside_unless_it_is_meant_to_replace_the_live_one() {
        CountingView view = new CountingView("anew-unequal", TOPIC).rebuildable();
        hear(view);
        DatabaseOperator.run("delete from counted_anew where seq = 2");

        Rebuilt looked = rebuild.rebuild(view, false);

        assertFalse(looked.equal());
        assertFalse(looked.swapped());
        assertEquals(List.of(1L, 3L), crew.seqs(view));

        Rebuilt meant = rebuild.rebuild(view, true);

        assertFalse(meant.equal());
        assertTrue(meant.swapped());
        assertEquals(List.of(1L, 2L, 3L), crew.seqs(view));
    }

    @Test
    void while_a_view_is_built_anew_nobody_else_begins() {
        AtomicBoolean armed = new AtomicBoolean();
        AtomicReference<Refusal> second = new AtomicReference<>();
        CountingView view = new CountingView("anew-twice", TOPIC).rebuildable();
        view.with((step, tx, told) -> {
            if (!armed.compareAndSet(true, false)) return;
            second.set(assertThrows(Refusal.class, () -> rebuild.rebuild(view, false)));
        });
        hear(view);
        armed.set(true);

        assertTrue(rebuild.rebuild(view, false).swapped());

        assertEquals(Code.IN_PROGRESS, second.get().problem().code());
        assertTrue(rebuild.rebuild(view, false).swapped());
        assertEquals(List.of(1L, 2L, 3L), crew.seqs(view));
    }

    /** Three facts that the live view has heard; then it rests. */
    private void hear(CountingView view) {
        crew.start(view);
        Publisher.publish(TOPIC, narrator.sayOn(0, 3));
        await().until(() -> crew.seqs(view).size() == 3);
        crew.dismissAll();
    }
}
