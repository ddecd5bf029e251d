package io.regulars.platform.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.SuiteResource;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class JournalTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    @Inject
    Database database;

    @Inject
    Journal journal;

    @Test
    void concurrent_writers_leave_no_gap_and_the_topic_repeats_the_journal() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) running.add(writers.submit(this::writeABit));
        for (Future<?> each : running) each.get();
        writers.shutdown();

        List<String> written = journaled();
        assertTrue(written.size() >= 8 * 20 * 5);
        await().untilAsserted(() -> assertEquals(Map.of(), gaps(heard())));
        await().untilAsserted(() -> assertTrue(heard().size() >= written.size()));
    }

    @Test
    void what_was_said_cannot_be_changed_or_removed() {
        say(1);
        assertThrows(RuntimeException.class, () -> run("update journal set type = 'x'"));
        assertThrows(RuntimeException.class, () -> run("delete from journal"));
        assertThrows(RuntimeException.class, () -> run("truncate journal"));
    }

    @Test
    void an_undone_transaction_leaves_no_number_behind() {
        assertThrows(IllegalStateException.class, () -> database.inTransaction(tx -> {
            journal.append(tx, facts(3));
            throw new IllegalStateException("the rule said no");
        }));
        say(3);
        assertEquals(Map.of(), gaps(journaled()));
    }

    private void writeABit() {
        for (int i = 0; i < 20; i++) say(5);
    }

    private void say(int count) {
        database.inTransaction(tx -> journal.append(tx, facts(count)));
    }

    private static Facts facts(int count) {
        Facts facts = new Facts(NOW);
        for (int i = 0; i < count; i++) {
            facts.say(new CustomerIdentified(UUID.randomUUID(), List.of(), NOW), Cause.command(UUID.randomUUID(), NOW));
        }
        return facts;
    }

    private void run(String sql) {
        database.inTransaction(tx -> tx.count(sql));
    }

    /** "shard seq" of every journal row, in order. */
    private List<String> journaled() {
        return database.read(sql -> {
            List<String> rows = new ArrayList<>();
            for (Row row : sql.rows("select shard || ' ' || seq from journal order by shard, seq")) {
                rows.add(row.getString(0));
            }
            return rows;
        });
    }

    private static List<String> heard() {
        return Listener.all(Topic.TOUCHPOINTS).stream()
                .map(said -> said.partition() + " " + said.envelope().seq())
                .toList();
    }

    /** Shard → first number missing, reading in order and letting repeats pass. */
    private static Map<String, Long> gaps(List<String> rows) {
        Map<String, Long> reached = new HashMap<>();
        Map<String, Long> gaps = new HashMap<>();
        for (String row : rows) {
            String shard = row.split(" ")[0];
            long seq = Long.parseLong(row.split(" ")[1]);
            long last = reached.getOrDefault(shard, 0L);
            if (seq > last + 1) gaps.putIfAbsent(shard, last + 1);
            reached.put(shard, Math.max(last, seq));
        }
        return gaps;
    }
}
