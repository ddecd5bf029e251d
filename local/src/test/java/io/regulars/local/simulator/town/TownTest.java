package io.regulars.local.simulator.town;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Line;
import io.regulars.events.Refund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TownTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final TownOptions OPTIONS = TownOptions.of(42, "r1", DAY);

    private static final List<Act> ACTS = Town.day(OPTIONS);
    private static final List<Slip> SLIPS =
            slips(ACTS).filter(slip -> !slip.isFlawed()).toList();
    private static final Map<UUID, Purchase> PURCHASES =
            SLIPS.stream().filter(slip -> slip.refund() == null).collect(Collectors.toMap(Slip::id, Slip::purchase));
    private static final List<Refund> REFUNDS =
            SLIPS.stream().map(Slip::refund).filter(refund -> refund != null).toList();

    @Test
    void the_same_options_make_the_same_day() {
        assertEquals(ACTS, Town.day(OPTIONS));
        assertNotEquals(ACTS, Town.day(TownOptions.of(43, "r1", DAY)));
        assertNotEquals(ACTS, Town.day(OPTIONS.inChapter(1)));
    }

    @Test
    void a_day_has_as_many_receipts_as_were_asked_for() {
        for (int receipts : List.of(1, 2, 17, 500)) {
            List<Act> day = Town.day(OPTIONS.withShoppers(10).withReceipts(receipts));
            assertEquals(receipts, day.stream().mapToInt(Act::receipts).sum());
        }
        assertEquals(3_000, SLIPS.size());
    }

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

    @Test
    void a_receipt_number_is_used_once_and_again_only_on_purpose() {
        List<Slip> all = slips(ACTS).toList();
        assertEquals(
                all.size(),
                all.stream().map(Slip::id).collect(Collectors.toSet()).size());
        List<Act.Post> contradicted =
                posts().filter(post -> post.contradiction() != null).toList();
        assertFalse(contradicted.isEmpty());
        for (Act.Post post : contradicted) {
            assertEquals(post.slip().id(), ReceiptIds.of(post.contradiction()));
            assertNotEquals(post.slip().purchase(), post.contradiction());
        }
        assertTrue(posts().anyMatch(post -> post.times() > 1));
        assertTrue(posts().anyMatch(Act.Post::hangsUp));
    }

    @Test
    void acts_are_in_the_order_they_reach_the_gateway_and_offline_tills_come_late_and_out_of_order() {
        for (int i = 1; i < ACTS.size(); i++)
            assertFalse(ACTS.get(i).at().isBefore(ACTS.get(i - 1).at()));
        List<Act.Deliver> deliveries = deliveries().toList();
        assertTrue(deliveries.stream().anyMatch(Act.Deliver::asLines));
        assertTrue(deliveries.stream().anyMatch(delivery -> !delivery.asLines()));
        for (Act.Deliver delivery : deliveries) {
            List<Instant> happened =
                    delivery.slips().stream().map(TownTest::occurredAt).toList();
            assertTrue(happened.stream().allMatch(at -> at.isBefore(delivery.at())));
        }
        assertTrue(deliveries.stream()
                .map(Act.Deliver::slips)
                .anyMatch(kept -> !kept.equals(kept.stream()
                        .sorted(java.util.Comparator.comparing(TownTest::occurredAt))
                        .toList())));
    }

    @Test
    void members_strangers_and_those_who_are_only_known_all_buy() {
        Set<String> joined = ACTS.stream()
                .filter(Act.Enrol.class::isInstance)
                .map(act -> ((Act.Enrol) act).shopper().id())
                .collect(Collectors.toSet());
        long strangers = PURCHASES.values().stream()
                .filter(purchase -> purchase.customer() == null)
                .count();
        assertTrue(strangers > 400 && strangers < 1_100, "strangers: " + strangers);
        assertTrue(SLIPS.stream()
                .anyMatch(slip ->
                        slip.shopper() != null && joined.contains(slip.shopper().id())));
        assertTrue(SLIPS.stream()
                .anyMatch(slip -> slip.shopper() != null
                        && !joined.contains(slip.shopper().id())));
        assertEquals(
                joined.size(), ACTS.stream().filter(Act.Enrol.class::isInstance).count());
    }

    @Test
    void nobody_shares_an_identifier() {
        List<Shopper> people = People.of(OPTIONS);
        List<Function<Shopper, String>> kinds = List.of(
                who -> who.full().card(),
                who -> who.full().email(),
                who -> who.full().phone(),
                Shopper::id);
        for (Function<Shopper, String> kind : kinds) {
            Set<String> seen = new HashSet<>();
            for (Shopper shopper : people) {
                String own = kind.apply(shopper);
                assertTrue(own == null || seen.add(own), own);
            }
        }
        assertTrue(people.stream().allMatch(shopper -> shopper.isSafelyNamedBy(shopper.full())));
    }

    @Test
    void only_what_stays_readable_is_garbled_in_a_delivery() {
        assertTrue(slips(ACTS).anyMatch(Slip::isFlawed));
        deliveries()
                .flatMap(delivery -> delivery.slips().stream())
                .filter(Slip::isFlawed)
                .forEach(slip -> assertTrue(slip.flaw().fitsABatch()));
        assertNull(SLIPS.get(0).flaw());
    }

    @Test
    void the_day_is_the_last_that_is_over() {
        assertEquals(DAY, TownOptions.lastDayBefore(Instant.parse("2026-11-21T22:00:00Z")));
        assertEquals(DAY, TownOptions.lastDayBefore(Instant.parse("2026-11-22T21:59:59Z")));
    }

    /** As the suite names them, checked against an independent UUIDv5. */
    @Test
    void receipts_have_the_ids_the_suite_gives_them() {
        Purchase purchase = keyed(new Refund.Original(null, "S-001", "T-1", "000123", DAY));
        Refund refund = new Refund("S-001", "T-1", "000123", DAY, null, null, null, null, List.of(), null);
        assertEquals(UUID.fromString("96eca2d9-ddbe-5a9a-b634-19a55265334b"), ReceiptIds.of(purchase));
        assertEquals(UUID.fromString("0bf42049-2b24-5353-a3fb-f17465ba3300"), ReceiptIds.of(refund));
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

    private Stream<Act.Post> posts() {
        return ACTS.stream().filter(Act.Post.class::isInstance).map(Act.Post.class::cast);
    }

    private Stream<Act.Deliver> deliveries() {
        return ACTS.stream().filter(Act.Deliver.class::isInstance).map(Act.Deliver.class::cast);
    }

    private static Stream<Slip> slips(List<Act> acts) {
        return acts.stream()
                .flatMap(act -> act instanceof Act.Post post
                        ? Stream.of(post.slip())
                        : act instanceof Act.Deliver delivery ? delivery.slips().stream() : Stream.empty());
    }

    private static Instant occurredAt(Slip slip) {
        return slip.refund() == null
                ? slip.purchase().occurredAt()
                : slip.refund().occurredAt();
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
