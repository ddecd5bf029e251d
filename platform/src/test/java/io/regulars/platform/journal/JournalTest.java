package io.regulars.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.events.TouchpointEvent.Identifier;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.SuiteResource;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class JournalTest {

    private static final Instant NOW = Narrator.NOON;
    private static final String HOLES = """
            select shard from journal group by shard having count(*) <> max(seq) or min(seq) <> 1
            """;

    @Inject
    Database database;

    @Inject
    Journal journal;

    @Inject
    Narrator narrator;

    @Test
    void concurrent_writers_leave_no_gap_and_no_reader_ever_sees_a_later_fact_before_an_earlier_one() {
        long before = total();
        CompletableFuture<?>[] writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.runAsync(this::writeABit))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(writers);

        int looks = 0;
        for (; !all.isDone(); looks++) assertEquals(List.of(), shardsWithHoles());

        all.join();
        assertEquals(List.of(), shardsWithHoles());
        assertEquals(8 * 20 * 5, total() - before);
        assertTrue(looks > 0);
    }

    @Test
    void within_a_transaction_facts_are_numbered_in_the_order_in_which_they_were_said() {
        UUID ana = UUID.randomUUID();
        int shard = Shards.of(ana, 4);
        long before = narrator.ends().get(shard);
        List<UUID> ids = new ArrayList<>();
        Facts facts = new Facts(NOW);
        for (int i = 0; i < 20; i++) facts.say(Narrator.fact(ana), Cause.command(UUID.randomUUID(), NOW));
        facts.said().forEach(fact -> ids.add(fact.eventId()));

        Map<Integer, Long> ends =
                database.inTransaction(tx -> journal.append(tx, facts).byShard());

        assertEquals(Map.of(shard, before + 20), ends);
        List<JournalRow> rows = narrator.after(shard, before);
        assertEquals(ids, rows.stream().map(row -> row.envelope().eventId()).toList());
        assertEquals(
                LongStream.rangeClosed(before + 1, before + 20).boxed().toList(),
                rows.stream().map(JournalRow::seq).toList());
    }

    @Test
    void what_was_said_cannot_be_changed_or_removed() {
        narrator.say(1);
        assertThrows(RuntimeException.class, () -> run("update journal set type = 'x'"));
        assertThrows(RuntimeException.class, () -> run("delete from journal"));
        assertThrows(RuntimeException.class, () -> run("truncate journal"));
    }

    @Test
    void an_undone_transaction_leaves_no_number_behind() {
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(tx -> {
                    journal.append(tx, facts(UUID.randomUUID(), Narrator.fact(UUID.randomUUID())));
                    throw new IllegalStateException("the rule said no");
                }));
        narrator.say(3);
        assertEquals(List.of(), shardsWithHoles());
    }

    @Test
    void a_fact_too_large_for_a_message_is_refused_with_everything_around_it() {
        List<Identifier> many = IntStream.range(0, 5_000)
                .mapToObj(each -> new Identifier("phone", UUID.randomUUID()))
                .toList();
        Facts large = facts(UUID.randomUUID(), new CustomerIdentified(UUID.randomUUID(), many, NOW));
        long before = total();

        RuntimeException refused =
                assertThrows(RuntimeException.class, () -> database.inTransaction(tx -> journal.append(tx, large)));

        assertTrue(refused.getMessage().contains("body_fits_a_message"), refused.getMessage());
        assertEquals(before, total());
    }

    @Test
    void the_same_cause_says_the_same_facts_under_the_same_ids() {
        UUID cause = UUID.randomUUID();
        UUID ana = UUID.randomUUID();

        List<UUID> once = ids(facts(cause, Narrator.fact(ana), Narrator.fact(ana), Narrator.fact(UUID.randomUUID())));
        List<UUID> again = ids(facts(cause, Narrator.fact(ana), Narrator.fact(ana), Narrator.fact(UUID.randomUUID())));

        assertEquals(once.subList(0, 2), again.subList(0, 2));
        assertNotEquals(once.get(0), once.get(1));
        assertNotEquals(once.get(2), again.get(2));
        assertEquals(5, once.get(0).version());
        assertNotEquals(
                once.get(0), ids(facts(UUID.randomUUID(), Narrator.fact(ana))).get(0));
    }

    private void writeABit() {
        for (int i = 0; i < 20; i++) narrator.say(5);
    }

    private static Facts facts(UUID cause, CustomerIdentified... events) {
        Facts facts = new Facts(NOW);
        for (CustomerIdentified event : events) facts.say(event, Cause.command(cause, NOW));
        return facts;
    }

    private static List<UUID> ids(Facts facts) {
        return facts.said().stream().map(Fact::eventId).toList();
    }

    private void run(String sql) {
        database.inTransaction(tx -> tx.count(sql));
    }

    /** One statement is one snapshot: whatever is visible in it is all that was committed up to then. */
    private List<Integer> shardsWithHoles() {
        return database.read(sql -> {
            List<Integer> shards = new ArrayList<>();
            for (Row row : sql.rows(HOLES)) shards.add(row.getInteger(0));
            return shards;
        });
    }

    private long total() {
        Map<Integer, Long> ends = new HashMap<>(narrator.ends());
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }
}
