package io.regulars.platform.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.relay.Floors.Floor;
import io.regulars.platform.relay.RelayCrew.Hired;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to a relay, nothing that was said is missing from the topic in the end. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RelayTest {

    private static final Topic TOPIC = Topic.ENGAGEMENTS;

    @Inject
    RelayCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    JournalReader journal;

    @Inject
    Leases leases;

    @Inject
    Floors floors;

    @Inject
    TakeOver takeOver;

    @Inject
    Clients clients;

    @BeforeEach
    void nothing_was_ever_said() {
        DatabaseOperator.forgetJournal();
        TopicOperator.trim(TOPIC);
    }

    @AfterEach
    void dismiss() {
        crew.dismissAll();
    }

    @Test
    void what_a_killed_relay_sent_and_did_not_write_down_is_neither_lost_nor_sent_again() {
        narrator.say(40);
        Map<Integer, Lane> lanes = takeOver.of(TOPIC, leases.renew(UUID.randomUUID()));
        Outlet outlet = crew.outlet();
        outlet.send(TOPIC, unsent(lanes), lanes);
        outlet.close();
        narrator.say(40);
        DatabaseOperator.endLeases();

        crew.hire(TOPIC);

        OnTopic.holdsEverything(TOPIC, narrator.ends());
        assertEquals(0, OnTopic.repeats(TOPIC));
    }

    @Test
    void after_a_batch_that_failed_in_its_middle_the_next_owner_goes_on_from_before_the_hole() {
        List<JournalRow> rows = narrator.sayOn(0, 101);
        Publisher.publish(TOPIC, rows.get(0));
        Publisher.publish(TOPIC, rows.subList(52, 101));

        assertEquals(1, takeOver.of(TOPIC, Map.of(0, 1L)).get(0).seq());
        crew.hire(TOPIC);

        OnTopic.holdsEverything(TOPIC, narrator.ends());
        List<Long> expected = new ArrayList<>(List.of(1L));
        LongStream.rangeClosed(53, 101).forEach(expected::add);
        LongStream.rangeClosed(2, 101).forEach(expected::add);
        assertEquals(expected, OnTopic.seqs(TOPIC, 0));
    }

    @Test
    void a_relay_whose_sends_fail_in_mid_window_closes_its_producer_and_starts_anew() {
        narrator.sayOn(0, 101);
        AtomicInteger opened = new AtomicInteger();

        crew.hire(
                TOPIC,
                new Standing(),
                () -> opened.incrementAndGet() == 1
                        ? new Outlet(new LossyProducer(2, 52).over(clients.relayProducer("lossy")))
                        : crew.outlet());

        OnTopic.holdsEverything(TOPIC, narrator.ends());
        assertEquals(2, opened.get());
        assertEquals(List.of(1L, 53L), OnTopic.seqs(TOPIC, 0).subList(0, 2));
    }

    @Test
    void two_relays_at_once_tell_things_twice_and_lose_nothing() {
        Hired former = crew.hire(TOPIC);
        await().until(() -> former.state() == State.WORKING);
        former.loseTouch();
        DatabaseOperator.endLeases();
        Hired present = crew.hire(TOPIC);
        await().until(() -> present.state() == State.WORKING);

        CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 40; i++) narrator.say(10);
        });

        talk.join();
        OnTopic.holdsEverything(TOPIC, narrator.ends());
        await().untilAsserted(() -> assertTrue(OnTopic.repeats(TOPIC) > 0, "the former owner did not go on"));
        former.dismiss();
        await().untilAsserted(() ->
                assertEquals(narrator.ends(), seqs(floors.of(narrator.ends().keySet()))));
    }

    @Test
    void a_former_owner_writes_no_floor() {
        UUID former = UUID.randomUUID();
        Map<Integer, Long> held = leases.renew(former);
        DatabaseOperator.endLeases();
        UUID present = UUID.randomUUID();
        Map<Integer, Long> taken = leases.renew(present);
        floors.raise(present, "topic", journal.incarnation(), lanes(taken, 5));
        Map<Integer, Floor> before = floors.of(taken.keySet());

        floors.raise(former, "topic", journal.incarnation(), lanes(held, 999));

        assertEquals(before, floors.of(taken.keySet()));
        assertEquals(taken.keySet(), seqs(before).keySet());
        assertTrue(seqs(before).values().stream().allMatch(seq -> seq == 5));
    }

    @Test
    void the_living_share_the_shards_and_an_heir_has_a_higher_epoch() {
        UUID ana = UUID.randomUUID();
        UUID bea = UUID.randomUUID();

        assertEquals(4, leases.renew(ana).size());
        assertEquals(0, leases.renew(bea).size());
        assertEquals(2, leases.renew(ana).size());
        Map<Integer, Long> inherited = leases.renew(bea);

        assertEquals(2, inherited.size());
        assertTrue(inherited.values().stream().allMatch(epoch -> epoch == 2), inherited::toString);
    }

    private List<JournalRow> unsent(Map<Integer, Lane> lanes) {
        Map<Integer, Long> from = new HashMap<>();
        lanes.forEach((shard, lane) -> from.put(shard, lane.seq()));
        return journal.after(from, 1_000);
    }

    private static List<Lane> lanes(Map<Integer, Long> held, long seq) {
        return held.entrySet().stream()
                .map(each -> new Lane(each.getKey(), each.getValue(), seq, seq))
                .toList();
    }

    private static Map<Integer, Long> seqs(Map<Integer, Floor> floors) {
        Map<Integer, Long> seqs = new HashMap<>();
        floors.forEach((shard, floor) -> seqs.put(shard, floor.seq()));
        return seqs;
    }
}
