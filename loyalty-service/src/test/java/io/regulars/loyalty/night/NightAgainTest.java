package io.regulars.loyalty.night;

import static io.regulars.loyalty.night.EndingPoints.NIGHT;
import static io.regulars.loyalty.night.NightClub.BERLIN;
import static io.regulars.loyalty.night.NightClub.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.night.Round.After;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Killed, twice at once, or after months of nothing: each thing happens once. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class NightAgainTest {

    @Inject
    NightClub club;

    @Inject
    EndingPoints endingPoints;

    @Inject
    Database database;

    @Inject
    Nights nights;

    @Inject
    RunNight runNight;

    @Inject
    NextRound nextRound;

    @Inject
    VisitInLanes visitInLanes;

    @Test
    void killed_in_its_midst_it_is_ended_by_another() {
        Rulebook rules = endingPoints.of("killed", 25);
        NightWatch dead = take(rules);
        Round first = runNight.step(dead, null, 7);
        Round second = runNight.step(dead, first.reached(), 7);
        assertEquals(After.GO_ON, second.after());
        assertEquals(14, endingPoints.gone("killed"));
        assertThrows(Killed.class, () -> runNight.step(dyingInTheSecondLane(dead), second.reached(), 11));
        long gone = endingPoints.gone("killed");
        assertTrue(14 < gone && gone < 25, () -> gone + " are gone");
        assertFalse(club.night(rules, "2026-03-12T00:40"), "somebody seems to be at it");

        lapse("killed");
        assertTrue(club.night(rules, "2026-03-12T00:41"));
        endingPoints.assertOnce("killed", 25);
        assertEquals(After.LOST, runNight.step(dead, second.reached(), 7).after());
        assertEquals(at(NIGHT).getEpochSecond(), club.number("""
            select extract(epoch from until)::bigint from night where programme = 'killed'"""));
    }

    @Test
    void of_two_at_once_one_is_at_it() {
        Rulebook rules = endingPoints.of("both", 60);
        List<CompletableFuture<Boolean>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) both.add(CompletableFuture.supplyAsync(() -> club.night(rules, NIGHT)));
        assertEquals(1, both.stream().filter(CompletableFuture::join).count());
        endingPoints.assertOnce("both", 60);
        assertFalse(club.night(rules, "2026-03-12T22:00"));
    }

    @Test
    void whoever_lost_the_lease_stops_and_the_other_goes_on() {
        Rulebook rules = endingPoints.of("lapsed", 30);
        NightWatch slow = take(rules);
        Round first = runNight.step(slow, null, 7);
        lapse("lapsed");
        assertEquals(After.LOST, runNight.step(slow, first.reached(), 7).after());
        assertTrue(club.night(rules, NIGHT));
        endingPoints.assertOnce("lapsed", 30);
    }

    @Test
    void a_lease_that_ends_between_finding_and_visiting_leaves_the_rest_to_another() {
        Rulebook rules = endingPoints.of("handed", 30);
        NightWatch slow = take(rules);
        Round found = database.untilDone(tx -> nextRound.of(tx, slow, null, 30));
        assertEquals(30, found.customers().size());
        lapse("handed");
        assertTrue(visitInLanes.visit(slow, found).isEmpty());
        assertEquals(0, endingPoints.gone("handed"));
        assertTrue(club.night(rules, NIGHT));
        endingPoints.assertOnce("handed", 30);
    }

    @Test
    void after_months_of_nothing_the_newest_night_comes_once() {
        Rulebook rules = endingPoints.of("asleep", 5);
        assertTrue(club.night(rules, "2026-01-02T00:05"));
        assertTrue(club.night(rules, "2026-11-02T17:30"));
        assertFalse(club.night(rules, "2026-11-03T00:02"), "not before its time");
        assertFalse(club.night(rules, "2026-03-12T00:05"), "not what is past");
        assertEquals(2, club.number("select count(*) from night where programme = 'asleep'"));
        endingPoints.assertOnce("asleep", 5);
    }

    private NightWatch take(Rulebook rules) {
        LocalDate day = at(NIGHT).atZone(BERLIN).toLocalDate();
        UUID owner = UUID.randomUUID();
        Night night = database.inTransaction(tx -> nights.take(tx, rules.first(), day, at(NIGHT), owner))
                .orElseThrow();
        return new NightWatch(night, owner, tx -> rules);
    }

    /** Finds its customers and visits those of one lane. */
    private static NightWatch dyingInTheSecondLane(NightWatch watch) {
        AtomicInteger looks = new AtomicInteger();
        return new NightWatch(watch.night(), watch.owner(), tx -> {
            if (looks.incrementAndGet() > 2) throw new Killed();
            return watch.judging().apply(tx);
        });
    }

    /** The owner's time is over, as if it had been silent for so long. */
    private void lapse(String programme) {
        club.number("""
            with lapsed as (update night set expires_at = clock_timestamp() where programme = $1 returning 1)
            select count(*) from lapsed""", programme);
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
