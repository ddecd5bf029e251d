package io.regulars.loyalty.night;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.night.NightClub.BERLIN;
import static io.regulars.loyalty.night.NightClub.at;
import static io.regulars.loyalty.night.NightClub.programme;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.night.RunNight.After;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Killed, twice at once, beside purchases, or after months of nothing: each thing happens once. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class NightAgainTest {

    private static final String POINTS = "expiry: { kind: rolling, after: P10D }, reminders: []";
    private static final String NIGHT = "2026-03-12T00:05";
    private static final String GONE =
            "select count(*) from transfer where programme = $1 and reason = 'expired' and at = '2026-03-11T23:00Z'";
    private static final String TOLD = """
        select count(*) from journal j join membership m on m.customer_id = j.subject
        where m.programme = $1 and j.type = 'loyalty.points.expired.v1'""";

    @Inject
    NightClub club;

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    Nights nights;

    @Inject
    RunNight runNight;

    @Inject
    RunNights runNights;

    @Test
    void killed_in_its_midst_it_is_ended_by_another() {
        Rulebook rules = due("killed", 25);
        UUID dead = UUID.randomUUID();
        Night night = take(rules, dead);
        assertEquals(After.GO_ON, step(rules, night, dead));
        assertEquals(After.GO_ON, step(rules, night, dead));
        assertThrows(
                Killed.class,
                () -> database.inTransaction(tx -> {
                    runNight.step(tx, night, dead, rules, 7);
                    throw new Killed();
                }));
        assertEquals(14, club.number(GONE, "killed"));
        assertFalse(club.night(rules, "2026-03-12T00:40"), "somebody seems to be at it");

        lapse("killed");
        assertTrue(club.night(rules, "2026-03-12T00:41"));
        assertOnce("killed", 25);
        assertEquals(After.LOST, step(rules, night, dead));
        assertEquals(at(NIGHT).getEpochSecond(), club.number("""
            select extract(epoch from until)::bigint from night where programme = 'killed'"""));
    }

    @Test
    void of_two_at_once_one_is_at_it() {
        Rulebook rules = due("twice", 60);
        List<CompletableFuture<Boolean>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) both.add(CompletableFuture.supplyAsync(() -> club.night(rules, NIGHT)));
        assertEquals(1, both.stream().filter(CompletableFuture::join).count());
        assertOnce("twice", 60);
        assertFalse(club.night(rules, "2026-03-12T22:00"));
    }

    @Test
    void whoever_lost_the_lease_stops_and_the_other_goes_on() {
        Rulebook rules = due("lapsed", 30);
        UUID slow = UUID.randomUUID();
        Night night = take(rules, slow);
        step(rules, night, slow);
        lapse("lapsed");
        assertEquals(After.LOST, step(rules, night, slow));
        assertTrue(club.night(rules, NIGHT));
        assertOnce("lapsed", 30);
    }

    @Test
    void who_is_locked_is_left_for_later_and_nobody_waits() throws InterruptedException {
        Rulebook rules = due("locked", 20);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        CompletableFuture<Void> till = CompletableFuture.runAsync(() -> database.inTransaction(tx -> {
            customers.lock(tx, List.of(id("locked3"), id("locked11")));
            tx.rows("select 1");
            locked.countDown();
            awaits(others);
            return null;
        }));
        locked.await();
        CompletableFuture<Boolean> night = CompletableFuture.supplyAsync(() -> club.night(rules, NIGHT));
        await().until(() -> club.number(GONE, "locked") == 18);
        assertFalse(night.isDone());
        others.countDown();
        till.join();
        assertTrue(night.join());
        assertOnce("locked", 20);
    }

    @Test
    void purchases_go_on_meanwhile() {
        Rulebook rules = due("busy", 120);
        CompletableFuture<Void> buying = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 120; i++) {
                club.happens(
                        rules,
                        id("busy" + i),
                        at("2026-03-12T00:06"),
                        member -> NightClub.earns(rules, member, at("2026-03-12T00:06"), 5));
            }
        });
        assertTrue(club.night(rules, NIGHT));
        buying.join();
        assertOnce("busy", 120);
        assertEquals(120 * 5, club.number("select sum(active)::bigint from wallet where programme = 'busy'"));
    }

    @Test
    void after_months_of_nothing_the_newest_night_comes_once() {
        Rulebook rules = due("asleep", 5);
        assertTrue(club.night(rules, "2026-01-02T00:05"));
        assertTrue(club.night(rules, "2026-11-02T17:30"));
        assertFalse(club.night(rules, "2026-11-03T00:02"), "not before its time");
        assertFalse(club.night(rules, "2026-03-12T00:05"), "not what is past");
        assertEquals(2, club.number("select count(*) from night where programme = 'asleep'"));
        assertOnce("asleep", 5);
    }

    @Test
    void a_customer_who_cannot_be_worked_with_is_passed_over() {
        Rulebook rules = due("broken", 12);
        club.number("""
            with spoilt as (update membership set standing = '{' where customer_id = $1 returning 1)
            select count(*) from spoilt""", id("broken4"));
        assertTrue(club.night(rules, NIGHT));
        assertEquals(11, club.number(GONE, "broken"));
    }

    @Test
    void a_night_with_nothing_due_takes_20_ms_at_most() {
        Rulebook rules = due("quiet", 40);
        long[] millis = new long[21];
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            assertTrue(club.night(rules, LocalDate.of(2026, 2, 1).plusDays(i) + "T00:05"));
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        assertTrue(millis[millis.length / 2] <= 20, () -> "took, in ms, " + Arrays.toString(millis));
        assertEquals(0, club.number("select sum(customers)::bigint from night where programme = 'quiet'"));
    }

    /** Members with ten points each that end with 11 March. */
    private Rulebook due(String name, int members) {
        Rulebook rules = programme(
                name,
                POINTS,
                "{ basis: netSpend, window: { kind: rolling, length: P12M }, "
                        + "levels: [{ id: low, threshold: 0 }, { id: high, threshold: 500.00 }] }");
        for (int i = 0; i < members; i++) {
            club.enrols(rules, name + i, "2026-03-01T09:00");
            club.earns(rules, name + i, "2026-03-01T10:00", 10);
        }
        return rules;
    }

    private void assertOnce(String programme, int members) {
        assertEquals(members, club.number(GONE, programme));
        assertEquals(members, club.number(TOLD, programme));
        assertEquals(1, club.number("""
            select count(*) from night where programme = $1 and ended_at is not null and day > '2026-02-01'""", programme));
    }

    private Night take(Rulebook rules, UUID owner) {
        LocalDate day = at(NIGHT).atZone(BERLIN).toLocalDate();
        return database.inTransaction(tx -> nights.take(tx, rules.first(), day, at(NIGHT), owner))
                .orElseThrow();
    }

    private After step(Rulebook rules, Night night, UUID owner) {
        return database.inTransaction(tx -> runNight.step(tx, night, owner, rules, 7));
    }

    /** The owner's time is over, as if it had been silent for so long. */
    private void lapse(String programme) {
        club.number("""
            with lapsed as (update night set expires_at = clock_timestamp() where programme = $1 returning 1)
            select count(*) from lapsed""", programme);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
