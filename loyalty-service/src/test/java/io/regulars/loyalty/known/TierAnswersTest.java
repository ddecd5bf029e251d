package io.regulars.loyalty.known;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.points.life.ActivationRules;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.ExpiryTest;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.tier.standing.BasisRules;
import io.regulars.loyalty.tier.standing.BasisRules.Counted;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.TierPlan;
import io.regulars.loyalty.tier.standing.TierStanding;
import io.regulars.loyalty.tier.standing.TierStanding.Grant;
import io.regulars.loyalty.tier.standing.TierStanding.Why;
import io.regulars.loyalty.tier.standing.Tiers;
import io.regulars.loyalty.tier.standing.Tiers.Walk;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the same members stand with peers. */
class TierAnswersTest {

    private static final String THREE =
            "{ id: L0, threshold: 0 }, { id: L1, threshold: 20 }, { id: L2, threshold: 30 }";
    private static final String MONTH = "kind: calendar, unit: month";

    @Test
    @KnownAnswer(row = 27, then = "customer may drop back to the previous level")
    void row_27_a_return_takes_the_tier_its_sale_brought() {
        Walk walk = new Walk(Tiers.plan(MONTH, "hold: { until: endOfNextPeriod }"));
        walk.on("2026-03-10", 500);
        TierStanding after = walk.moves().withoutGoods(LocalDate.parse("2026-03-12"), 500, 0, walk.standing());
        assertEquals("bronze", after.earned());
    }

    @Test
    @KnownAnswer(row = 28, then = "move to L2")
    void row_28_what_is_earned_may_exceed_what_was_given() {
        assertEquals("L2", manuallyInL1().on("2026-03-10", 40));
    }

    @Test
    @KnownAnswer(row = 29, then = "no change, no event")
    void row_29_reaching_what_was_given_changes_nothing() {
        Walk walk = manuallyInL1();
        String before = walk.on("2026-03-10", 0);
        assertEquals("L1", before);
        assertEquals(before, walk.on("2026-03-11", 21));
    }

    @Test
    @KnownAnswer(row = 30, then = "move to it exactly once")
    void row_30_a_level_is_reached_once() {
        Walk walk =
                new Walk(plan("points", "kind: ever", "", "{ id: none, threshold: 0 }, { id: only, threshold: 10 }"));
        assertEquals("only", walk.on("2026-03-10", 20));
        LocalDate since = walk.standing().since();
        assertEquals("only", walk.on("2026-03-11", 20));
        assertEquals(since, walk.standing().since());
    }

    @Test
    @KnownAnswer(row = 31, then = "downgrade to L1, then points reset")
    void row_31_the_balance_at_the_end_of_the_year_decides_as_a_policy() {
        String levels =
                "{ id: L0, threshold: 0 }, { id: L1, threshold: 10 }, { id: L2, threshold: 30 }, { id: L3, threshold:"
                        + " 100 }";
        Walk walk = new Walk(plan("balance", "kind: calendar, unit: year", "hold: { until: endOfPeriod }", levels));
        walk.on("2026-02-01", 10);
        assertEquals("L2", walk.on("2026-03-01", 30));
        assertEquals("L2", walk.on("2026-12-31", 10));
        assertEquals("L1", walk.on("2027-01-01", 10)); // tiers whose period ends come before points that expire
        assertEquals("L1", walk.on("2027-01-01", 0));
    }

    @Test
    @KnownAnswer(row = 32, then = "spending does not lower the earned total; locked points count only after unlock")
    void row_32_points_count_from_the_day_they_are_active_and_on_when_they_are_spent() {
        PendingPolicy fortnight = new PendingPolicy(PendingPolicy.Kind.AFTER, Lapse.of("P14D"), null, null, null, null);
        Calendar berlin = new Calendar(Cafe.BERLIN, DayOfWeek.MONDAY);
        LocalDate counts = berlin.dayOf(ActivationRules.start(fortnight, ExpiryTest.at("2026-03-10T12:00"), berlin)
                .at());
        List<Counted> earned = List.of(new Counted(counts, 0, 100, 1));
        assertEquals(0, earnedUpTo("2026-03-23", earned));
        assertEquals(100, earnedUpTo("2026-03-24", earned));
        assertEquals(100, BasisRules.value(Basis.POINTS, earned, new Days(counts, counts), 0));
    }

    @Test
    @KnownAnswer(row = 33, then = "tier valid 10 March to 31 March")
    void row_33_to_the_end_of_the_period() {
        assertHeld("hold: { until: endOfPeriod }", "2026-03-31");
    }

    @Test
    @KnownAnswer(row = 34, then = "tier valid 10 March to 30 April")
    void row_34_to_the_end_of_the_next_period() {
        assertHeld("hold: { until: endOfNextPeriod }", "2026-04-30");
    }

    @Test
    @KnownAnswer(row = 35, then = "the balance tier is never reached; a points-collected tier is unaffected")
    void row_35_what_is_spent_by_itself_is_no_balance() {
        List<Counted> collected = List.of(new Counted(LocalDate.of(2026, 3, 10), 0, 100, 1));
        Days all = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        long afterRedemption = 0;
        String levels = "{ id: low, threshold: 0 }, { id: high, threshold: 100 }";
        Walk balance = new Walk(plan("balance", "kind: ever", "", levels));
        Walk points = new Walk(plan("points", "kind: ever", "", levels));
        assertEquals("low", balance.on("2026-03-10", BasisRules.value(Basis.BALANCE, collected, all, afterRedemption)));
        assertEquals("high", points.on("2026-03-10", BasisRules.value(Basis.POINTS, collected, all, afterRedemption)));
    }

    private static long earnedUpTo(String day, List<Counted> earned) {
        return BasisRules.value(Basis.POINTS, earned, new Days(LocalDate.of(2026, 1, 1), LocalDate.parse(day)), 0);
    }

    private static void assertHeld(String hold, String lastDay) {
        Walk walk = new Walk(Tiers.plan(MONTH, hold));
        assertEquals("silver", walk.on("2026-03-10", 500));
        assertEquals("silver", walk.on(lastDay, 0));
        assertEquals("bronze", walk.on(LocalDate.parse(lastDay).plusDays(1).toString(), 0));
    }

    private static Walk manuallyInL1() {
        Walk walk = new Walk(plan("points", "kind: ever", "", THREE));
        return walk.set(walk.standing().given(new Grant("L1", null, Why.GIVEN)));
    }

    private static TierPlan plan(String basis, String window, String policies, String levels) {
        return Tiers.plan(basis, window, policies, levels);
    }
}
