package io.regulars.loyalty.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.local.check.Finding;
import io.regulars.local.check.column.Ids;
import io.regulars.local.check.count.chain.HashChain;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.table.LoyaltyReader;
import io.regulars.local.check.table.Pages;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closed hours as the service writes them and as {@code check} reads them. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class CloseHourTest {

    private static final String MANY = """
        insert into transfer (customer_id, programme, wallet, number, debit, credit, amount, balance, reason, lot,
                              purchase_id, refund_id, caused_by, at)
        select $1, programme, 'points', n, 'issued', 'active', 5, 5 * n, 'earned',
               case when n % 3 = 0 then n end, case when n % 2 = 0 then gen_random_uuid() end,
               case when n % 5 = 0 then gen_random_uuid() end, gen_random_uuid(),
               timestamptz '2026-03-29 01:59:59.123456+00' + n * interval '1.000001 seconds'
        from generate_series(1, $2::int) n, unnest(array['club', 'club-2', 'clubs']) programme
        """;
    private static final String OLD = """
        insert into transfer (customer_id, programme, wallet, number, debit, credit, amount, balance, reason, caused_by,
                              at, written_in)
        select gen_random_uuid(), 'club', 'points', n, 'issued', 'active', 5, 5 * n, 'earned', gen_random_uuid(),
               now() - interval '1 year', 0
        from generate_series(1, 2) n, generate_series(1, 4000)
        """;
    private static final String LAST_HOUR = "select coalesce(max(hour), 'epoch') from ledger_hour";
    private static final String HOUR_OF = """
        select max(hour) from transfer t join ledger_hour h
            on t.written_in >= h.from_position and t.written_in < h.to_position
        where t.customer_id = $1
        """;

    private static final String LIKE_LAST = """
        (number, hour, from_position, to_position, transfers, previous_hash, hash)
        select number + %d, hour + interval '1 hour', to_position, %s, 0, %s, hash
        from ledger_hour order by number desc limit 1
        """;

    @Inject
    Database database;

    @Inject
    CloseHour closeHour;

    @BeforeEach
    void thereAreTransfersFromBeforeHoursWereClosed() {
        if (hours() == 0) database.inTransaction(tx -> tx.count(OLD));
    }

    @Test
    void what_was_written_before_hours_were_closed_and_since_is_in_a_chain_that_check_understands() {
        write(UUID.randomUUID(), 4_000);
        write(UUID.randomUUID(), 1);

        assertTrue(closeHour.close(next()));
        assertEquals(List.of(), faults());
        assertTrue(closeHour.close(next()), "an hour in which nothing was written");
        write(UUID.randomUUID(), 3);
        assertTrue(closeHour.close(next()));
        assertEquals(List.of(), faults());
    }

    @Test
    void who_commits_late_is_in_a_later_hour_and_in_none_that_is_closed() {
        UUID late = UUID.randomUUID();
        Instant early = next();
        database.inTransaction(tx -> {
            tx.count(MANY, late, 2);
            write(UUID.randomUUID(), 2);
            return CompletableFuture.supplyAsync(() -> closeHour.close(early)).join();
        });
        assertEquals(List.of(), faults());
        assertEquals(null, hourOf(late));

        closeUntilItHolds(late);
        assertTrue(hourOf(late).isAfter(early));
        assertEquals(List.of(), faults());
    }

    @Test
    void while_everybody_writes_no_hour_loses_or_gains_a_row() {
        CompletableFuture<?> writing = CompletableFuture.allOf(IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.runAsync(() ->
                        IntStream.range(0, 60).forEach(one -> write(UUID.randomUUID(), 1 + one % 3))))
                .toArray(CompletableFuture[]::new));
        int closed = 0;
        while (!writing.isDone() || closed < 3) if (closeHour.close(next())) closed++;
        writing.join();
        assertTrue(closeHour.close(next()));
        assertEquals(List.of(), faults());
    }

    @Test
    void an_hour_is_closed_once_and_by_one() {
        Instant hour = next();
        long before = hours();
        long closed = List.of(1, 2, 3).stream()
                .map(each -> CompletableFuture.supplyAsync(() -> closeHour.close(hour)))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
        assertEquals(1, closed);
        assertEquals(before + 1, hours());
        assertFalse(closeHour.close(hour));
    }

    @Test
    void an_owner_who_switches_the_triggers_off_is_found_out() throws SQLException {
        UUID robbed = UUID.randomUUID();
        write(robbed, 3);
        closeUntilItHolds(robbed);
        String one = " where customer_id = '" + robbed + "' and number = 2 and programme = 'club'";
        rob("update transfer set amount = amount + 1" + one);
        assertEquals(1, faults().size());
        rob("update transfer set amount = amount - 1" + one);
        assertEquals(List.of(), faults());
    }

    @Test
    void closed_hours_that_are_gone_are_missed_where_nothing_links_to_them() throws SQLException {
        write(UUID.randomUUID(), 1);
        assertTrue(closeHour.close(next()));
        closeHour.ifDue();
        assertEquals(List.of(), faults());
        rob(
                "create table kept_hour as select * from ledger_hour",
                "delete from ledger_hour where hour > now() - interval '4 hours'");
        assertEquals(1, faults().size());
        rob("delete from ledger_hour");
        assertEquals(1, faults().size());
        rob("insert into ledger_hour select * from kept_hour", "drop table kept_hour");
        assertEquals(List.of(), faults());
    }

    @Test
    void an_hour_follows_the_last_and_ends_where_all_is_over() {
        assertTrue(closeHour.close(next()));
        assertRefused("insert into ledger_hour " + LIKE_LAST.formatted(2, "to_position", "hash"), "does not follow");
        assertRefused("insert into ledger_hour " + LIKE_LAST.formatted(1, "to_position", "hash"), null);
        assertRefused(
                "insert into ledger_hour " + LIKE_LAST.formatted(1, "to_position", "repeat('0', 64)"),
                "does not follow");
        assertRefused("insert into ledger_hour " + LIKE_LAST.formatted(1, "9000000000000000000", "hash"), "not over");
    }

    @Test
    void nothing_is_written_later_than_now() {
        assertRefused("""
                insert into transfer (customer_id, programme, wallet, number, debit, credit, amount, balance, reason,
                                      caused_by, at, written_in)
                values (gen_random_uuid(), 'club', 'points', 1, 'issued', 'active', 5, 5, 'earned', gen_random_uuid(),
                        now(), 9223372036854775807)
                """, "later than now");
    }

    /** Never stays. @param why null where it is not */
    private void assertRefused(String statement, String why) {
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> database.inTransaction(tx -> {
                    tx.count(statement);
                    throw new IllegalStateException("taken");
                }));
        Throwable cause = refused;
        while (cause.getCause() != null) cause = cause.getCause();
        assertTrue(cause.getMessage().contains(why == null ? "taken" : why), cause::getMessage);
    }

    /** As an administrator, who is the only one to do so. */
    private static void rob(String... statements) throws SQLException {
        List<String> all = new ArrayList<>(List.of("set session_replication_role = replica"));
        all.addAll(List.of(statements));
        TablesOwner.runAs("postgres", all.toArray(String[]::new));
    }

    private void write(UUID customer, int rows) {
        database.inTransaction((Tx tx) -> tx.count(MANY, customer, rows));
    }

    /** Somebody else's transaction may have been open. */
    private void closeUntilItHolds(UUID customer) {
        await().until(() -> closeHour.close(next()) && hourOf(customer) != null);
    }

    private Instant next() {
        return database.read(sql -> sql.rows(LAST_HOUR)
                        .iterator()
                        .next()
                        .getOffsetDateTime(0)
                        .toInstant())
                .plus(Duration.ofHours(1));
    }

    private Instant hourOf(UUID customer) {
        var hour = database.read(
                sql -> sql.rows(HOUR_OF, customer).iterator().next().getOffsetDateTime(0));
        return hour == null ? null : hour.toInstant();
    }

    private long hours() {
        return database.read(sql ->
                sql.rows("select count(*) from ledger_hour").iterator().next().getLong(0));
    }

    private static List<String> faults() {
        Evidence evidence = new Evidence(new Ids(), null);
        try (Pages pages = new Pages("127.0.0.1", TablesOwner.port(), "loyalty", "regulars")) {
            new LoyaltyReader(pages, evidence).read();
        }
        Finding finding = HashChain.find(evidence);
        return finding.count() == 0 ? List.of() : finding.examples();
    }
}
