package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.kafka.TopicIds.KafkaAway;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.CountingView.Step;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody else was first: once is bad luck, again and again is a bad record. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LostRacesTest {

    private static final int LONG_OUTAGE = 8;

    @Inject
    ViewCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    Noted noted;

    @AfterEach
    void dismiss() {
        crew.dismissAll();
    }

    @Test
    void a_race_that_is_lost_again_and_again_is_a_bad_record() {
        CountingView view = new CountingView("never-won", Topic.TOUCHPOINTS).with((step, tx, told) -> {
            if (step == Step.MOVED) loseARace(tx);
        });
        JournalRow said = hear(view);

        await().until(() -> parked(view, said).size() == 1);
    }

    @Test
    void one_that_is_lost_after_a_long_outage_is_run_again() {
        AtomicInteger tries = new AtomicInteger();
        CountingView view = new CountingView("lost-once", Topic.TOUCHPOINTS).with((step, tx, told) -> {
            if (step != Step.MOVED) return;
            int already = tries.getAndIncrement();
            if (already < LONG_OUTAGE) throw new KafkaAway("something a rule needs is away", null);
            if (already == LONG_OUTAGE) loseARace(tx);
        });
        JournalRow said = hear(view);

        await().until(() -> tries.get() > LONG_OUTAGE);
        await().until(() -> crew.seqs(view).size() + parked(view, said).size() == 1);
        assertEquals(List.of(said.seq()), crew.seqs(view));
    }

    private JournalRow hear(CountingView view) {
        crew.settle(view);
        crew.start(view);
        JournalRow said = narrator.sayOn(0, 1).get(0);
        Publisher.publish(Topic.TOUCHPOINTS, said);
        return said;
    }

    private List<String> parked(CountingView view, JournalRow said) {
        return noted.parked(view.name(), said.envelope().subject().toString());
    }

    private static void loseARace(Tx tx) {
        tx.count("insert into met values ('twice', 1), ('twice', 1)");
    }
}
