package io.regulars.platform.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.relay.RelayCrew.Hired;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to the topic, the relay brings it back to what the journal says. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RelayTopicTest {

    private static final Topic TOPIC = Topic.ENGAGEMENTS;

    @Inject
    RelayCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    JournalReader journal;

    @Inject
    Floors floors;

    @Inject
    Leases leases;

    @Inject
    TopicIds topicIds;

    private Map<Integer, Long> begin;

    @BeforeEach
    void nothing_was_ever_said() {
        DatabaseOperator.forgetJournal();
        begin = TopicOperator.trim(TOPIC);
    }

    @AfterEach
    void dismiss() {
        crew.dismissAll();
    }

    @Test
    void an_empty_topic_is_filled_from_the_start_of_the_journal() {
        narrator.say(100);

        crew.hire(TOPIC);

        OnTopic.holdsEverything(TOPIC, narrator.ends());
        assertEquals(0, OnTopic.repeats(TOPIC));
    }

    @Test
    void a_topic_re_created_while_the_relay_is_idle_is_filled_again() {
        narrator.say(50);
        crew.hire(TOPIC);
        floorsReachTheEnd();

        TopicOperator.recreate(TOPIC);

        OnTopic.holdsEverything(TOPIC, narrator.ends());
        narrator.say(50);
        OnTopic.holdsEverything(TOPIC, narrator.ends());
    }

    @Test
    void a_topic_re_created_while_no_relay_ran_is_filled_again() {
        narrator.say(50);
        Hired first = crew.hire(TOPIC);
        floorsReachTheEnd();
        first.dismiss();

        TopicOperator.recreate(TOPIC);
        narrator.say(10);
        crew.hire(TOPIC);

        OnTopic.holdsEverything(TOPIC, narrator.ends());
    }

    @Test
    void a_trimmed_topic_gets_what_comes_next_and_nothing_again() {
        List<JournalRow> old = narrator.sayOn(0, 30);
        Hired first = crew.hire(TOPIC);
        floorsReachTheEnd();
        TopicOperator.trim(TOPIC);

        narrator.sayOn(0, 2);
        await().untilAsserted(() -> assertEquals(List.of(31L, 32L), OnTopic.seqs(TOPIC, 0)));
        floorsReachTheEnd();
        first.dismiss();
        TopicOperator.trim(TOPIC);
        crew.hire(TOPIC);
        narrator.sayOn(0, 1);

        await().untilAsserted(() -> assertEquals(List.of(33L), OnTopic.seqs(TOPIC, 0)));
        assertEquals(30, old.size());
    }

    @Test
    void a_floor_beyond_the_end_of_a_cut_topic_is_not_believed() {
        List<JournalRow> rows = narrator.sayOn(0, 20);
        Publisher.publish(TOPIC, rows.subList(0, 12));
        believe(0, begin.get(0) + 20, 20);

        crew.hire(TOPIC);

        OnTopic.holdsEverything(TOPIC, narrator.ends());
    }

    @Test
    void a_floor_that_other_facts_have_grown_over_is_not_believed() {
        List<JournalRow> rows = narrator.sayOn(0, 20);
        Publisher.publish(TOPIC, rows.subList(0, 5));
        Publisher.publish(TOPIC, rows.subList(10, 20));
        believe(0, begin.get(0) + 10, 10);

        crew.hire(TOPIC);

        OnTopic.holdsEverything(TOPIC, narrator.ends());
    }

    @Test
    void a_floor_that_is_true_saves_reading_what_lies_below_it() {
        List<JournalRow> rows = narrator.sayOn(0, 20);
        Publisher.publish(TOPIC, rows.subList(0, 15));
        believe(0, begin.get(0) + 10, 10);

        crew.hire(TOPIC);

        OnTopic.holdsEverything(TOPIC, narrator.ends());
        assertEquals(0, OnTopic.repeats(TOPIC));
    }

    private void believe(int shard, long nextOffset, long seq) {
        UUID somebody = UUID.randomUUID();
        long epoch = leases.renew(somebody).get(shard);
        List<Lane> lanes = List.of(new Lane(shard, epoch, nextOffset, seq));
        floors.raise(somebody, topicIds.of(TOPIC), journal.incarnation(), lanes);
        leases.letGo(somebody);
    }

    private void floorsReachTheEnd() {
        Map<Integer, Long> ends = narrator.ends();
        await().until(() -> floors.of(ends.keySet()).entrySet().stream()
                        .filter(floor -> floor.getValue().seq() == ends.get(floor.getKey()))
                        .count()
                == ends.size());
    }
}
