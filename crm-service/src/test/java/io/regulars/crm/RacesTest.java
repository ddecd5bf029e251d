package io.regulars.crm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.CustomerRef;
import io.regulars.events.Intake;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Refund;
import io.regulars.events.Topic;
import io.regulars.events.Types;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Race;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.Told;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Two workers at the same thing: whoever commits second starts again and sees what the first one did. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RacesTest {

    private static final String WAITS_FOR_A_LOCK = """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'transactionid'
            """;

    @Inject
    IntakeEvents intake;

    @Inject
    Database database;

    @Test
    void two_workers_meet_one_new_identifier() {
        CustomerRef card = Till.newCard();
        Told first = told(aPurchase(UUID.randomUUID(), card));
        Told second = told(aPurchase(UUID.randomUUID(), card));

        assertLosesThenFits(first, second);

        assertEquals(Doors.customerOf(idOf(first)), Doors.customerOf(idOf(second)));
    }

    @Test
    void two_workers_meet_one_new_number_written_in_two_ways() {
        String number = "736-" + String.format("%04d", UUID.randomUUID().hashCode() & 0xFFF);
        Told first = told(aPurchase(UUID.randomUUID(), phone("+1 212 " + number)));
        Told second = told(aPurchase(UUID.randomUUID(), phone("(212) " + number)));

        assertLosesThenFits(first, second);

        assertEquals(Doors.customerOf(idOf(first)), Doors.customerOf(idOf(second)));
    }

    @Test
    void two_workers_meet_one_receipt() {
        UUID purchase = UUID.randomUUID();
        assertLosesThenFits(told(aPurchase(purchase, null)), told(aPurchase(purchase, null)));

        assertEquals(1, Doors.receipt(purchase).getInt("repeats"));
    }

    @Test
    void a_refund_and_its_purchase_meet_at_once() {
        UUID purchase = UUID.randomUUID();
        Told refund = told(aRefund(purchase));
        assertLosesThenFits(refund, told(aPurchase(purchase, Till.newCard())));

        assertEquals(Doors.customerOf(purchase), Doors.customerOf(idOf(refund)));
    }

    @Test
    void a_purchase_and_another_refund_meet_at_once() {
        UUID purchase = UUID.randomUUID();
        apply(told(aRefund(purchase)));
        Told late = told(aRefund(purchase));
        assertLosesThenFits(told(aPurchase(purchase, Till.newCard())), late);

        assertEquals(Doors.customerOf(purchase), Doors.customerOf(idOf(late)));
    }

    @Test
    void another_refund_comes_while_its_purchase_is_awaited() {
        UUID purchase = UUID.randomUUID();
        apply(told(aRefund(purchase)));
        Told late = told(aRefund(purchase));
        assertLosesThenFits(late, told(aPurchase(purchase, Till.newCard())));

        assertEquals(Doors.customerOf(purchase), Doors.customerOf(idOf(late)));
    }

    @Test
    void a_new_card_shown_everywhere_at_once_is_one_customer() {
        CustomerRef card = Till.newCard();
        List<UUID> receipts = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> Till.sells(card).id())
                .toList();

        Set<UUID> customers = new HashSet<>();
        for (UUID receipt : receipts) customers.add(Doors.customerOf(receipt));
        assertEquals(1, customers.size());
    }

    /** The second waits for the first's rows, finds itself beaten, and fits in when it is run again. */
    private void assertLosesThenFits(Told first, Told second) {
        CountDownLatch commit = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> winner = CompletableFuture.runAsync(() -> database.inTransaction(tx -> {
            intake.apply(tx, List.of(first));
            tx.rows("select 1");
            written.countDown();
            waitFor(commit);
            return null;
        }));
        waitFor(written);
        CompletableFuture<Void> loser = CompletableFuture.runAsync(() -> apply(second));
        await().until(() -> waiting() > 0);
        commit.countDown();
        winner.join();

        CompletionException lost = assertThrows(CompletionException.class, loser::join);
        assertInstanceOf(Race.class, lost.getCause());
        apply(second);
    }

    private void apply(Told told) {
        database.inTransaction(tx -> {
            intake.apply(tx, List.of(told));
            return null;
        });
    }

    private long waiting() {
        return database.inTransaction(
                tx -> tx.rows(WAITS_FOR_A_LOCK).iterator().next().getLong(0));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static CustomerRef phone(String typed) {
        return new CustomerRef(null, null, null, typed, null, null);
    }

    private static PurchasePosted aPurchase(UUID id, CustomerRef customer) {
        return new PurchasePosted(id, Till.purchase(customer, 12_99, Till.NOON), false, Till.NOON);
    }

    private static RefundPosted aRefund(UUID original) {
        Refund refund = new Refund(
                "S-001",
                "T-1",
                "1",
                null,
                Till.NOON,
                "USD",
                null,
                null,
                List.of(new Refund.Line(1, "A1", BigDecimal.ONE, 1L)),
                null);
        return new RefundPosted(UUID.randomUUID(), original, refund, false, Till.NOON);
    }

    private static Told told(Intake event) {
        UUID id = UUID.randomUUID();
        return new Told(id, Types.nameOf(event), event, Topic.INTAKE, 0, 0, Till.NOON, id, null, null);
    }

    private static UUID idOf(Told told) {
        return told.event() instanceof RefundPosted refund
                ? refund.refundId()
                : told.event().subject();
    }
}
