package io.regulars.local.simulator.town;

import static io.regulars.local.simulator.town.TheDay.ACTS;
import static io.regulars.local.simulator.town.TheDay.DAY;
import static io.regulars.local.simulator.town.TheDay.OPTIONS;
import static io.regulars.local.simulator.town.TheDay.PURCHASES;
import static io.regulars.local.simulator.town.TheDay.SLIPS;
import static io.regulars.local.simulator.town.TheDay.deliveries;
import static io.regulars.local.simulator.town.TheDay.posts;
import static io.regulars.local.simulator.town.TheDay.slips;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TownTest {
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
                    delivery.slips().stream().map(TheDay::occurredAt).toList();
            assertTrue(happened.stream().allMatch(at -> at.isBefore(delivery.at())));
        }
        assertTrue(deliveries.stream()
                .map(Act.Deliver::slips)
                .anyMatch(kept -> !kept.equals(kept.stream()
                        .sorted(java.util.Comparator.comparing(TheDay::occurredAt))
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
    void some_look_around_elsewhere_before_they_buy_each_time_under_a_reference_of_its_own() {
        List<Act.Contact> contacts = ACTS.stream()
                .filter(Act.Contact.class::isInstance)
                .map(Act.Contact.class::cast)
                .toList();
        Set<String> refs =
                contacts.stream().map(each -> each.touchpoint().ref()).collect(Collectors.toSet());
        assertTrue(contacts.size() > 100, "contacts: " + contacts.size());
        assertEquals(contacts.size(), refs.size());
        assertTrue(refs.stream().noneMatch(ref -> ref.replace("-", "").matches(".*\\d{13}.*")), "like a card's number");
        assertTrue(contacts.stream()
                .allMatch(
                        each -> each.shopper().isSafelyNamedBy(each.touchpoint().customer())));
    }

    @Test
    void the_day_is_the_last_that_is_over() {
        assertEquals(DAY, TownOptions.lastDayBefore(Instant.parse("2026-11-21T22:00:00Z")));
        assertEquals(DAY, TownOptions.lastDayBefore(Instant.parse("2026-11-22T21:59:59Z")));
    }
}
