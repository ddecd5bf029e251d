package io.regulars.platform.view;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.events.Topic;
import io.regulars.platform.access.PeerCalls;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.relay.OnTopic;
import io.regulars.platform.relay.RelayCrew;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.OwnServers;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.TopicOperator;
import io.regulars.platform.view.ViewCrew.AtWork;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that fall and come back: what was said is in the journal, on the topic and in the view, once. */
@QuarkusTest
@TestProfile(OwnServers.Alone.class)
class RestartTest {

    private static final Topic TOPIC = Topic.TOUCHPOINTS;
    private static final Topic CUT = Topic.ENGAGEMENTS;

    @Inject
    RelayCrew relays;

    @Inject
    ViewCrew views;

    @Inject
    Narrator narrator;

    @Inject
    PeerCalls peers;

    @Inject
    JournalReader journal;

    @BeforeEach
    void servers_are_up() {
        OwnServers.postgres().start();
        OwnServers.kafka().start();
        DatabaseOperator.believeJournal();
    }

    @AfterEach
    void dismiss() {
        views.dismissAll();
        relays.dismissAll();
    }

    @Test
    void postgresql_stopped_at_once_and_started_under_load() {
        survives("postgres-restarted", () -> {
            OwnServers.postgres().stopImmediately();
            OwnServers.postgres().start();
        });
    }

    /** One broker does for both: the log that loses its end is not the one under load. */
    @Test
    void kafka_killed_under_load_and_started_with_the_end_of_a_log_lost() {
        CountingView live = settled("cut-while-it-ran", CUT);
        CountingView rested = settled("cut-while-it-rested", CUT);
        List<Long> said = sayOneByOne();
        start(live);
        AtWork atWork = start(rested);
        hears(live, said);
        hears(rested, said);
        atWork.dismiss();

        survives("kafka-restarted", () -> {
            long end = TopicOperator.ends(CUT).get(0);
            OwnServers.kafka().kill();
            OwnServers.cut(CUT, 0, end - 10);
            OwnServers.kafka().start();
            await().ignoreExceptions().until(() -> TopicOperator.ends(CUT).get(0) == end - 10);
        });

        said.addAll(sayOneByOne());
        start(rested);
        hears(live, said);
        hears(rested, said);
    }

    private CountingView settled(String name, Topic topic) {
        CountingView view = new CountingView(name, topic);
        views.settle(view);
        return view;
    }

    /** It cannot ask for what it misses: nobody answers for that owner. */
    private AtWork start(CountingView view) {
        return views.start(view, view.name(), new OwnersJournal("another", peers, journal));
    }

    /** Each fact in a batch of its own, so that the log can be cut between any two. */
    private static List<Long> sayOneByOne() {
        List<Long> seqs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            seqs.add(Speaker.say(CUT, Noted.tier(Narrator.someoneOn(0), "silver"))
                    .seq());
        }
        return seqs;
    }

    private void survives(String name, Runnable fault) {
        CountingView view = settled(name, TOPIC);
        Map<Integer, Long> before = narrator.ends();
        views.start(view);
        relays.hire(TOPIC);
        Load load = new Load(narrator).start();
        await().until(() -> load.acknowledged().size() > 200);

        fault.run();

        int during = load.acknowledged().size();
        await().atMost(ofSeconds(30)).until(() -> load.acknowledged().size() > during + 200);
        load.stop();
        List<JournalRow> said = said(before);
        assertEquals(Set.of(), lost(load.acknowledged(), said));
        OnTopic.holdsEverything(TOPIC, narrator.ends());
        Map<UUID, Integer> once =
                said.stream().collect(Collectors.toMap(row -> row.envelope().eventId(), row -> 1));
        await().atMost(ofSeconds(30)).untilAsserted(() -> assertEquals(once, views.counted(view)));
    }

    private List<JournalRow> said(Map<Integer, Long> after) {
        List<JournalRow> said = new ArrayList<>();
        after.forEach((shard, seq) -> said.addAll(narrator.after(shard, seq)));
        return said;
    }

    private static Set<UUID> lost(Set<UUID> acknowledged, List<JournalRow> said) {
        Set<UUID> lost = new HashSet<>(acknowledged);
        said.forEach(row -> lost.remove(row.envelope().subject()));
        return lost;
    }

    private void hears(CountingView view, List<Long> said) {
        await().atMost(ofSeconds(30)).untilAsserted(() -> assertEquals(said, views.seqs(view)));
    }
}
