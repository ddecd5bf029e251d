package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.database.Race;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.CountingView.Step;
import io.regulars.platform.view.ViewCrew.AtWork;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A view may be killed, doubled or moved at any moment: every fact has its effect once. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ExactlyOnceTest {

    private static final Topic TOPIC = Topic.TOUCHPOINTS;

    @Inject
    ViewCrew crew;

    @Inject
    OwnersJournal owners;

    @Inject
    Narrator narrator;

    @AfterEach
    void dismiss() {
        crew.dismissAll();
    }

    @Test
    void a_view_killed_at_every_step_of_a_batch_has_every_effect_once() {
        Set<UUID> died = ConcurrentHashMap.newKeySet();
        List<JournalRow> said = new ArrayList<>();
        CountingView view = new CountingView("killed-at-every-step", TOPIC);
        crew.settle(view);
        crew.start(view);
        for (Step deadly : Step.values()) {
            for (int place = 0; place < 3; place++) {
                List<JournalRow> batch = narrator.sayOn(0, 3);
                UUID victim = batch.get(place).envelope().eventId();
                view.with((step, tx, told) -> {
                    if (step == deadly && told.eventId().equals(victim) && died.add(victim)) die(step, tx);
                });
                said.addAll(batch);
                Publisher.publish(TOPIC, batch);
                countsOnce(view, said);
            }
        }
        assertEquals(9, died.size());
    }

    @Test
    void a_view_under_load_whose_connections_die_again_and_again_has_every_effect_once() {
        CountingView view = new CountingView("killed-under-load", TOPIC);
        crew.settle(view);
        List<JournalRow> said = new ArrayList<>();
        for (int shard = 0; shard < 4; shard++) said.addAll(narrator.sayOn(shard, 250));
        crew.start(view);
        for (int from = 0; from < said.size(); from += 100) {
            Publisher.publish(TOPIC, said.subList(from, from + 100));
            DatabaseOperator.killEveryBackend();
        }
        countsOnce(view, said);
        countsInOrder(view);
    }

    @Test
    void a_batch_that_comes_again_after_a_crash_finds_its_position_moved() {
        CountingView view = new CountingView("again-after-a-crash", TOPIC);
        Batch batch = batch(view, narrator.sayOn(0, 10));
        crew.applier(view).apply(batch);

        assertThrows(Places.Lost.class, () -> crew.applier(view).apply(batch));

        assertEquals(10, crew.seqs(view).size());
    }

    @Test
    void of_two_owners_in_the_middle_of_the_same_batch_the_second_has_no_effect() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        CountingView first = new CountingView("two-owners", TOPIC).with((step, tx, told) -> {
            inside.countDown();
            if (step == Step.COUNTED) waitFor(goOn);
        });
        Batch batch = batch(first, narrator.sayOn(0, 10));
        CompletableFuture<Void> owner =
                CompletableFuture.runAsync(() -> crew.applier(first).apply(batch));
        inside.await();
        CompletableFuture<Void> zombie = CompletableFuture.runAsync(
                () -> crew.applier(new CountingView("two-owners", TOPIC)).apply(batch));
        await().until(() -> DatabaseOperator.isSomebodyWaiting("update view_position%"));
        goOn.countDown();

        owner.get();
        assertEquals(
                Places.Lost.class,
                assertThrows(Exception.class, zombie::get).getCause().getClass());
        assertEquals(10, crew.seqs(first).size());
    }

    @Test
    void two_workers_that_both_believe_to_own_everything_have_every_effect_once() {
        CountingView view = new CountingView("owned-twice", TOPIC);
        crew.settle(view);
        AtWork one = crew.start(view, "owned-twice-1", owners);
        AtWork other = crew.start(view, "owned-twice-2", owners);
        await().until(() -> one.has(4) && other.has(4));

        List<JournalRow> said = publishALot();

        countsOnce(view, said);
        countsInOrder(view);
    }

    @Test
    void workers_that_come_and_go_under_load_have_every_effect_once() {
        CountingView view = new CountingView("come-and-go", TOPIC);
        crew.settle(view);
        AtWork ana = crew.start(view);
        await().until(() -> ana.has(4));
        CompletableFuture<List<JournalRow>> load = CompletableFuture.supplyAsync(this::publishALot);
        AtWork bea = crew.start(view);
        await().until(() -> bea.has(2));
        ana.dismiss();
        AtWork carl = crew.start(view);
        await().until(() -> carl.has(2));
        bea.dismiss();

        countsOnce(view, load.join());
        countsInOrder(view);
    }

    private List<JournalRow> publishALot() {
        List<JournalRow> said = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            for (int shard = 0; shard < 4; shard++) {
                List<JournalRow> rows = narrator.sayOn(shard, 50);
                Publisher.publish(TOPIC, rows);
                said.addAll(rows);
            }
        }
        return said;
    }

    private static void die(Step step, Tx tx) {
        if (step == Step.COMMITTED) throw new Race("died between the commit and going on");
        DatabaseOperator.kill(
                tx.rows("select pg_backend_pid()").iterator().next().getInteger(0));
    }

    private void countsOnce(CountingView view, List<JournalRow> said) {
        Map<UUID, Integer> once =
                said.stream().collect(Collectors.toMap(row -> row.envelope().eventId(), row -> 1));
        await().untilAsserted(() -> assertEquals(once, crew.counted(view)));
    }

    /** Shard by shard; between shards there is no order. */
    private void countsInOrder(CountingView view) {
        crew.seqsByShard(view)
                .values()
                .forEach(seqs -> assertEquals(seqs.stream().sorted().toList(), seqs));
    }

    private Batch batch(CountingView view, List<JournalRow> rows) {
        long first = rows.get(0).seq();
        Map<TopicPartition, Place> here = crew.settle(view, first - 1);
        TopicPartition partition = new TopicPartition(TOPIC.topicName(), 0);
        long offset = here.get(partition).nextOffset();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (JournalRow row : rows) {
            var sent = row.envelope().record(TOPIC.topicName(), 0, row.body());
            ConsumerRecord<byte[], byte[]> record =
                    new ConsumerRecord<>(TOPIC.topicName(), 0, offset + row.seq() - first, sent.key(), sent.value());
            sent.headers().forEach(record.headers()::add);
            records.add(record);
        }
        return Batch.of(new ConsumerRecords<>(Map.of(partition, records), new HashMap<>()), here, owners::between);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
