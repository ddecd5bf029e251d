package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.access.PeerCalls;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.testing.Forgery;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import io.regulars.platform.view.ViewCrew.AtWork;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a topic lacks, repeats or mixes up, the view hears every fact once and in order, or stops and says why. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class MissingFactsTest {

    private static final Topic TOPIC = Topic.TOUCHPOINTS;

    @Inject
    ViewCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    PeerCalls peers;

    @Inject
    OwnersJournal owners;

    @Inject
    JournalReader journal;

    @TestHTTPResource("")
    URI here;

    @AfterEach
    void dismiss() {
        crew.dismissAll();
        System.clearProperty("regulars.peers.crm");
    }

    @Test
    void facts_told_twice_or_out_of_order_are_heard_once_and_in_order() {
        CountingView view = settled("mixed-up");
        List<JournalRow> said = narrator.sayOn(0, 5);
        for (int told : new int[] {0, 0, 1, 3, 2, 1, 4, 0}) Publisher.publish(TOPIC, said.get(told));
        crew.start(view);

        hears(view, said);
    }

    @Test
    void facts_a_topic_lacks_are_fetched_from_their_owner_page_by_page() {
        CountingView view = settled("lacking");
        crew.start(view);
        List<JournalRow> said = narrator.sayOn(0, 1_200);
        Publisher.publish(TOPIC, said.get(0));
        Publisher.publish(TOPIC, said.get(1_199));

        hears(view, said);
    }

    @Test
    void an_owner_elsewhere_is_asked_over_http() {
        System.setProperty("regulars.peers.crm", here.toString().replaceAll("/$", ""));
        CountingView view = settled("lacking-elsewhere");
        crew.start(view, view.name(), new OwnersJournal("another", peers, journal));
        List<JournalRow> said = narrator.sayOn(0, 5);
        Publisher.publish(TOPIC, said.get(4));

        hears(view, said);
    }

    @Test
    void what_was_trimmed_before_it_was_read_is_fetched_from_its_owner() {
        CountingView view = settled("trimmed");
        List<JournalRow> said = narrator.sayOn(0, 10);
        Publisher.publish(TOPIC, said);
        TopicOperator.trim(TOPIC, 0, TopicOperator.ends(TOPIC).get(0) - 4);
        crew.start(view);

        hears(view, said);
        goesOn(view, said);
    }

    @Test
    void what_was_trimmed_is_fetched_also_when_nothing_follows_it() {
        CountingView view = settled("trimmed-bare");
        List<JournalRow> said = narrator.sayOn(0, 10);
        Publisher.publish(TOPIC, said);
        TopicOperator.trim(TOPIC);
        crew.start(view);

        hears(view, said);
        goesOn(view, said);
    }

    @Test
    void a_topic_re_created_while_it_is_followed_is_read_from_its_start() {
        CountingView view = settled("re-created");
        AtWork worker = crew.start(view);
        List<JournalRow> said = narrator.sayOn(0, 10);
        Publisher.publish(TOPIC, said);
        hears(view, said);

        TopicOperator.recreate(TOPIC);
        Publisher.publish(TOPIC, said);

        goesOn(view, said);
        await().until(() -> worker.how().state() == State.WORKING);
    }

    @Test
    void a_topic_re_created_between_two_lives_of_a_view_is_read_from_its_start() {
        CountingView view = settled("re-created-between");
        AtWork first = crew.start(view);
        List<JournalRow> said = narrator.sayOn(0, 3);
        Publisher.publish(TOPIC, said);
        hears(view, said);
        first.dismiss();

        TopicOperator.recreate(TOPIC);
        crew.start(view);

        goesOn(view, said);
    }

    @Test
    void a_fact_missing_everywhere_stops_the_view_with_a_gap() {
        CountingView view = settled("gap");
        AtWork worker = crew.start(view);
        JournalRow said = narrator.sayOn(0, 1).get(0);
        Publisher.publish(TOPIC, said);
        await().until(() -> crew.seqs(view).size() == 1);
        Publisher.publish(TOPIC, Forgery.numbered(said.seq() + 3, said));

        stops(worker, "gap: touchpoints shard 0 lacks seq " + (said.seq() + 1));
        assertEquals(List.of(said.seq()), crew.seqs(view));
    }

    @Test
    void facts_of_another_database_stop_the_view_however_they_are_numbered() {
        CountingView view = settled("another-history");
        AtWork worker = crew.start(view);
        List<JournalRow> said = narrator.sayOn(0, 2);
        Publisher.publish(TOPIC, said);
        await().until(() -> crew.seqs(view).size() == 2);
        Publisher.publish(TOPIC, Forgery.toldBy(UUID.randomUUID(), Forgery.numbered(1, said.get(0))));

        stops(worker, "another history");
        assertEquals(2, crew.seqs(view).size());
    }

    private CountingView settled(String name) {
        CountingView view = new CountingView(name, TOPIC);
        crew.settle(view);
        return view;
    }

    private void goesOn(CountingView view, List<JournalRow> before) {
        List<JournalRow> next = narrator.sayOn(0, 2);
        Publisher.publish(TOPIC, next);
        List<JournalRow> all = new ArrayList<>(before);
        all.addAll(next);
        hears(view, all);
    }

    private void hears(CountingView view, List<JournalRow> said) {
        List<Long> inOrder = said.stream().map(JournalRow::seq).toList();
        await().untilAsserted(() -> assertEquals(inOrder, crew.seqs(view)));
    }

    private static void stops(AtWork worker, String why) {
        await().until(() -> worker.how().state() == State.STOPPED);
        assertTrue(worker.how().why().startsWith(why), worker.how().why());
    }
}
