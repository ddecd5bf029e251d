package io.regulars.local.simulator.town;

import static io.regulars.local.simulator.town.TheDay.ACTS;
import static io.regulars.local.simulator.town.TheDay.DAY;
import static io.regulars.local.simulator.town.TheDay.PURCHASES;
import static io.regulars.local.simulator.town.TheDay.REFUNDS;
import static io.regulars.local.simulator.town.TheDay.deliveries;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Line;
import io.regulars.events.Refund;
import io.regulars.events.Touchpoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the town's tills write down. */
class TownReceiptsTest {
    @Test
    void what_was_paid_adds_up() {
        for (Purchase purchase : PURCHASES.values()) {
            long due = purchase.tip() + purchase.rounding() + (purchase.taxIncluded() ? 0 : purchase.taxTotal());
            for (Line line : purchase.lines()) {
                assertTrue(line.amount() >= 0);
                due += line.amount();
            }
            assertEquals(due, purchase.total());
            assertEquals(purchase.total(), purchase.tenders().get(0).amount());
        }
    }

    @Test
    void everything_happens_while_stores_are_open() {
        Instant opening = Instant.parse("2026-11-21T07:00:00Z");
        Instant closing = Instant.parse("2026-11-21T22:00:00Z");
        Stream.concat(
                        PURCHASES.values().stream().map(Purchase::occurredAt),
                        REFUNDS.stream().map(Refund::occurredAt))
                .forEach(at -> assertTrue(!at.isBefore(opening) && at.isBefore(closing), at::toString));
    }

    @Test
    void goods_come_back_after_they_were_bought_and_never_for_more() {
        assertTrue(REFUNDS.size() > 90);
        for (Refund refund : REFUNDS) {
            if (refund.original() == null) {
                assertNotNull(refund.customer());
                continue;
            }
            Refund.Original original = refund.original();
            Purchase bought = original.purchaseId() != null
                    ? PURCHASES.get(original.purchaseId())
                    : PURCHASES.get(ReceiptIds.of(keyed(original)));
            assertTrue(refund.occurredAt().isAfter(bought.occurredAt()));
            assertTrue(refund.total()
                    <= bought.lines().stream().mapToLong(Line::amount).sum());
        }
    }

    @Test
    void every_kind_of_return_occurs() {
        assertTrue(REFUNDS.stream().anyMatch(refund -> refund.original() == null));
        List<Refund.Original> originals = REFUNDS.stream()
                .map(Refund::original)
                .filter(original -> original != null)
                .toList();
        assertTrue(originals.stream().anyMatch(original -> original.purchaseId() != null));
        assertTrue(originals.stream().anyMatch(original -> original.store() != null));
        assertTrue(REFUNDS.stream().anyMatch(refund -> refund.lines().get(0).line() == null));
        assertTrue(ACTS.stream().anyMatch(this::comesBeforeItsPurchase));
    }

    /** As the suite names them, checked against an independent UUIDv5. */
    @Test
    void receipts_have_the_ids_the_suite_gives_them() {
        Purchase purchase = keyed(new Refund.Original(null, "S-001", "T-1", "000123", DAY));
        Refund refund = new Refund("S-001", "T-1", "000123", DAY, null, null, null, null, List.of(), null);
        assertEquals(UUID.fromString("96eca2d9-ddbe-5a9a-b634-19a55265334b"), ReceiptIds.of(purchase));
        assertEquals(UUID.fromString("0bf42049-2b24-5353-a3fb-f17465ba3300"), ReceiptIds.of(refund));
        Touchpoint visit = new Touchpoint("visit", "r1-1", null, "web", null, null, null, null);
        assertEquals(
                UUID.fromString("8f68a900-402a-543f-89cc-5121dedf9438"), ReceiptIds.of("operator:head-office", visit));
    }

    private boolean comesBeforeItsPurchase(Act act) {
        if (!(act instanceof Act.Post post) || post.slip().refund() == null) return false;
        Refund.Original original = post.slip().refund().original();
        UUID id = original == null ? null : original.purchaseId();
        return deliveries()
                .filter(delivery -> delivery.at().isAfter(act.at()))
                .anyMatch(delivery ->
                        delivery.slips().stream().anyMatch(slip -> slip.id().equals(id)));
    }

    private static Purchase keyed(Refund.Original key) {
        return new Purchase(
                key.store(),
                key.terminal(),
                key.receipt(),
                key.businessDate(),
                null,
                null,
                null,
                0L,
                null,
                0,
                0,
                0,
                false,
                null,
                null,
                null,
                null);
    }
}
