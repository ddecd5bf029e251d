package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.CountingView.Step;
import io.regulars.platform.view.ViewCrew.AtWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits behind a parked record, and what is not parked but stops the view. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ParkingTest {

    @Inject
    ViewCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    Journal journal;

    @Inject
    Noted noted;

    @Inject
    ReplayParked replay;

    @AfterEach
    void dismiss() {
        crew.dismissAll();
    }

    @Test
    void later_records_of_a_subject_wait_whatever_topic_they_come_on() {
        CountingView view = new CountingView("waiting", Topic.TOUCHPOINTS, Topic.MEMBERSHIPS);
        view.with((step, tx, told) -> {
            if (step == Step.MOVED && told.topic() == Topic.TOUCHPOINTS) throw new IllegalStateException("no");
        });
        crew.settle(view);
        crew.start(view);
        JournalRow said = narrator.sayOn(0, 1).get(0);
        UUID customer = said.envelope().subject();
        Publisher.publish(Topic.TOUCHPOINTS, said);
        await().until(() -> noted.parked("waiting", customer.toString()).size() == 1);

        Speaker.say(Topic.MEMBERSHIPS, Noted.tier(customer, "silver"));
        UUID neighbour = Narrator.someoneOn(0);
        Speaker.say(Topic.MEMBERSHIPS, Noted.tier(neighbour, "silver"));

        await().until(() -> noted.parked("waiting", customer.toString()).size() == 2);
        await().until(() -> crew.seqs(view).size() == 1);
    }

    @Test
    void records_of_one_subject_parked_on_several_topics_are_replayed_in_the_order_they_came() {
        AtomicBoolean wrong = new AtomicBoolean(true);
        CountingView view = new CountingView("several-topics", Topic.TOUCHPOINTS, Topic.MEMBERSHIPS);
        view.with((step, tx, told) -> {
            if (step == Step.MOVED && wrong.get()) throw new IllegalStateException("no");
        });
        crew.settle(view);
        crew.start(view);
        UUID customer = Narrator.someoneOn(0);
        long before = narrator.ends().get(0);
        narrator.say(List.of(customer, customer));
        List<JournalRow> said = narrator.after(0, before);
        Publisher.publish(Topic.TOUCHPOINTS, said.get(0));
        parks(view, customer, 1);
        Speaker.say(Topic.MEMBERSHIPS, Noted.tier(customer, "silver"));
        parks(view, customer, 2);
        Publisher.publish(Topic.TOUCHPOINTS, said.get(1));
        parks(view, customer, 3);

        wrong.set(false);
        assertEquals(3, replay.replay(view, customer.toString()).applied());

        assertEquals(List.of("touchpoints", "memberships", "touchpoints"), crew.topics(view));
        parks(view, customer, 0);
    }

    @Test
    void one_bad_record_in_a_batch_is_found_and_the_others_are_applied_in_order() {
        List<JournalRow> said = narrator.sayOn(0, 60);
        UUID bad = said.get(37).envelope().eventId();
        CountingView view = new CountingView("one-bad", Topic.TOUCHPOINTS).with((step, tx, told) -> {
            if (step == Step.MOVED && told.eventId().equals(bad)) throw new IllegalStateException("no");
        });
        settleBefore(view, said);
        Publisher.publish(Topic.TOUCHPOINTS, said);
        crew.start(view);

        List<Long> others = said.stream()
                .filter(row -> !row.envelope().eventId().equals(bad))
                .map(JournalRow::seq)
                .toList();
        await().untilAsserted(() -> assertEquals(others, crew.seqs(view)));
        assertEquals(
                1,
                noted.parked("one-bad", said.get(37).envelope().subject().toString())
                        .size());
    }

    @Test
    void a_flood_of_bad_records_stops_the_view() {
        CountingView view = new CountingView("flooded", Topic.TOUCHPOINTS).with((step, tx, told) -> {
            throw new IllegalStateException("nothing is right");
        });
        List<JournalRow> said = narrator.sayOn(0, 210);
        settleBefore(view, said);
        Publisher.publish(Topic.TOUCHPOINTS, said);

        stops(crew.start(view), "201 records parked within a minute");
    }

    @Test
    void saying_a_fact_twice_stops_the_view() {
        UUID always = UUID.randomUUID();
        UUID elsewhere = Narrator.someoneOn(1);
        CountingView view = new CountingView("said-twice", Topic.TOUCHPOINTS).with((step, tx, told) -> {
            if (step != Step.COUNTED) return;
            Facts facts = new Facts(Narrator.NOON);
            facts.say(Narrator.fact(elsewhere), Cause.command(always, Narrator.NOON));
            journal.append(tx, facts);
        });
        crew.settle(view);
        AtWork worker = crew.start(view);
        List<JournalRow> said = narrator.sayOn(0, 2);
        Publisher.publish(Topic.TOUCHPOINTS, said.get(0));
        await().until(() -> crew.seqs(view).size() == 1);
        Publisher.publish(Topic.TOUCHPOINTS, said.get(1));

        stops(worker, "a fact was said twice");
        assertEquals(1, crew.seqs(view).size());
    }

    private void parks(CountingView view, UUID customer, int records) {
        await().until(() -> noted.parked(view.name(), customer.toString()).size() == records);
    }

    /** The view begins right before these facts, so that they come as one batch. */
    private void settleBefore(CountingView view, List<JournalRow> said) {
        crew.settle(view, said.get(0).seq() - 1);
    }

    private static void stops(AtWork worker, String why) {
        await().until(() -> worker.how().state() == State.STOPPED);
        assertTrue(worker.how().why().startsWith(why), worker.how().why());
    }
}
