package io.regulars.crm.merge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.IntakeEvents;
import io.regulars.crm.Till;
import io.regulars.events.CustomerRef;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Topic;
import io.regulars.events.Types;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.Told;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch and a merge meet: whoever is second waits, and sees all of what the first one did. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class MergeRaceTest {

    private static final String WAITS = """
            select count(*) from pg_locks where locktype = 'advisory' and not granted and classid = 1296388679
            and database = (select oid from pg_database where datname = current_database())
            """;
    private static final String TOLD_UNDER = "select subject from journal where causation_id = $1";

    @Inject
    IntakeEvents intake;

    @Inject
    MergeCustomers merging;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private final CustomerRef bensCard = Till.newCard();
    private final Told purchase = aPurchaseOfBens();
    private UUID ana;
    private UUID ben;

    @BeforeEach
    void two_customers() {
        ana = Doors.customerOf(Till.sells(Till.newCard()).id());
        ben = Doors.customerOf(Till.sells(bensCard).id());
    }

    @Test
    void a_merge_waits_for_a_batch_that_asked_before_it_who_is_who() {
        firstHoldsWhileSecondWaits(this::record, this::merge);
        assertEquals(ben, toldUnder());
        assertEquals(ana, Doors.customerOf(purchase.event().subject()));
    }

    @Test
    void a_batch_waits_for_a_merge_and_records_under_the_survivor() {
        firstHoldsWhileSecondWaits(this::merge, this::record);
        assertEquals(ana, toldUnder());
    }

    @Test
    void batches_do_not_wait_for_each_other() {
        CountDownLatch commit = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> first = held(this::record, written, commit);
        waitFor(written);
        UUID other = UUID.randomUUID();
        run(tx -> intake.apply(
                tx,
                List.of(told(
                        new PurchasePosted(other, Till.purchase(Till.newCard(), 1, Till.NOON), false, Till.NOON)))));
        assertFalse(first.isDone());
        commit.countDown();
        first.join();
        Doors.receipt(other);
    }

    private void firstHoldsWhileSecondWaits(Consumer<Tx> one, Consumer<Tx> other) {
        CountDownLatch commit = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> first = held(one, written, commit);
        waitFor(written);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> run(other));
        await().until(() -> waiting() > 0);
        assertFalse(second.isDone());
        commit.countDown();
        first.join();
        second.join();
    }

    private CompletableFuture<Void> held(Consumer<Tx> work, CountDownLatch written, CountDownLatch commit) {
        return CompletableFuture.runAsync(() -> run(tx -> {
            work.accept(tx);
            tx.rows("select 1");
            written.countDown();
            waitFor(commit);
        }));
    }

    private void run(Consumer<Tx> work) {
        database.inTransaction(tx -> {
            work.accept(tx);
            return null;
        });
    }

    private void record(Tx tx) {
        intake.apply(tx, List.of(purchase));
    }

    private void merge(Tx tx) {
        Cause cause = Cause.command(UUID.randomUUID(), clock.now());
        merging.merge(tx, new MergeCustomers.Wish(ana.toString(), ben.toString(), "a race", "staff:kim"), cause);
    }

    private UUID toldUnder() {
        return database.inTransaction(
                tx -> tx.rows(TOLD_UNDER, purchase.eventId()).iterator().next().getUUID(0));
    }

    private long waiting() {
        return database.inTransaction(tx -> tx.rows(WAITS).iterator().next().getLong(0));
    }

    private Told aPurchaseOfBens() {
        return told(new PurchasePosted(UUID.randomUUID(), Till.purchase(bensCard, 12_99, Till.NOON), false, Till.NOON));
    }

    private static Told told(PurchasePosted posted) {
        UUID id = UUID.randomUUID();
        return new Told(id, Types.nameOf(posted), posted, Topic.INTAKE, 0, 0, Till.NOON, id, null, null);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
