package io.regulars.loyalty.night;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.night.EndingPoints.NIGHT;
import static io.regulars.loyalty.night.NightClub.at;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.Rulebook.Programme;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A night makes nobody wait, waits for nobody, and costs nothing when there is nothing to do. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class NightBesideTest {

    /** So many transactions that do nothing take 20 ms where nothing else is done (0.86 ms each; such a night 8.8 ms). */
    private static final int IN_20_MS = 23;

    @Inject
    NightClub club;

    @Inject
    EndingPoints endingPoints;

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    RunNights runNights;

    @Test
    void who_is_locked_is_left_for_later_and_nobody_waits() throws InterruptedException {
        Rulebook rules = endingPoints.of("locked", 20);
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
        await().until(() -> endingPoints.gone("locked") == 18);
        assertFalse(night.isDone());
        others.countDown();
        till.join();
        assertTrue(night.join());
        endingPoints.assertOnce("locked", 20);
    }

    @Test
    void purchases_go_on_meanwhile() {
        Rulebook rules = endingPoints.of("busy", 120);
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
        endingPoints.assertOnce("busy", 120);
        assertEquals(120 * 5, club.number("select sum(active)::bigint from wallet where programme = 'busy'"));
    }

    @Test
    void a_customer_who_cannot_be_worked_with_is_passed_over() {
        Rulebook rules = endingPoints.of("broken", 12);
        club.number("""
            with spoilt as (update membership set standing = '{' where customer_id = $1 returning 1)
            select count(*) from spoilt""", id("broken4"));
        assertTrue(club.night(rules, NIGHT));
        assertEquals(11, endingPoints.gone("broken"));
    }

    @Test
    void every_published_programme_has_its_night_once() {
        String ended = "select count(*) from night where programme = 'regulars' and ended_at is not null";
        long before = club.number(ended);
        runNights.all();
        assertEquals(before + 1, club.number(ended));
        runNights.all();
        assertEquals(before + 1, club.number(ended));
    }

    @Test
    void a_programme_whose_night_fails_keeps_no_other_from_its_own() {
        Map<String, Programme> two = new HashMap<>(endingPoints.of("failing", 3).programmes());
        two.putAll(endingPoints.of("thriving", 3).programmes());
        Rulebook rules = new Rulebook(1, two);
        AtomicBoolean failed = new AtomicBoolean();
        runNights.all(rules, at(NIGHT), tx -> {
            if (failed.compareAndSet(false, true)) throw new IllegalStateException("one night fails");
            return rules;
        });
        assertEquals(3, endingPoints.gone("failing") + endingPoints.gone("thriving"));
        runNights.all(rules, at(NIGHT), tx -> rules);
        endingPoints.assertOnce("failing", 3);
        endingPoints.assertOnce("thriving", 3);
    }

    /** By turns with transactions that do nothing: what else the machine does at the moment slows down both. */
    @Test
    void a_night_with_nothing_due_takes_20_ms_at_most() {
        Rulebook rules = endingPoints.of("quiet", 40);
        double[] millis = new double[21];
        double[] nothing = new double[millis.length];
        for (int i = 0; i < millis.length; i++) {
            String day = LocalDate.of(2026, 2, 1).plusDays(i) + "T00:05";
            nothing[i] = millis(() -> club.number("select 0::bigint"));
            millis[i] = millis(() -> assertTrue(club.night(rules, day)));
        }
        Arrays.sort(millis);
        Arrays.sort(nothing);
        double median = millis[millis.length / 2];
        String took = "took, in ms, " + Arrays.toString(millis) + " beside " + Arrays.toString(nothing);
        assertTrue(millis[0] <= 20, took);
        assertTrue(median <= IN_20_MS * nothing[nothing.length / 2], took);
        assertEquals(0, club.number("select sum(customers)::bigint from night where programme = 'quiet'"));
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
