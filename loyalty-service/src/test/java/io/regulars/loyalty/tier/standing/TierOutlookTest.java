package io.regulars.loyalty.tier.standing;

import static io.regulars.loyalty.tier.standing.Tiers.JOINED;
import static io.regulars.loyalty.tier.standing.Tiers.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.tier.standing.BasisRules.Counted;
import io.regulars.loyalty.tier.standing.TierStanding.Grant;
import io.regulars.loyalty.tier.standing.TierStanding.Lock;
import io.regulars.loyalty.tier.standing.TierStanding.Why;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierOutlookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Test
    void progress_risk_and_the_day_it_drops_follow_from_what_leaves_the_window() {
        TierPlan plan = plan("kind: rolling, length: P12M", "");
        List<Counted> counted = List.of(points("2025-08-01", 300), points("2026-02-01", 400));
        TierOutlook outlook = outlook(plan, counted);
        assertEquals("silver", outlook.level());
        assertEquals("gold", outlook.next());
        assertEquals(1_300, outlook.missing());
        assertEquals(LocalDate.of(2026, 7, 31), outlook.keptUntil());
        assertEquals("bronze", outlook.dropsTo());
        assertEquals("bronze", outlook.projected());
    }

    @Test
    void what_counted_on_the_31st_is_still_there_on_the_last_day_of_a_shorter_month() {
        TierPlan plan = plan("kind: rolling, length: P6M", "");
        TierOutlookRules rules = new TierOutlookRules(plan, JOINED, List.of(points("2025-08-31", 500)), 0);
        TierOutlook outlook = rules.on(LocalDate.of(2026, 2, 1), TierStanding.newcomer(plan, JOINED));
        assertEquals("silver", outlook.level());
        assertEquals(LocalDate.of(2026, 2, 28), outlook.keptUntil());
        assertEquals("bronze", outlook.dropsTo());
        assertEquals("bronze", outlook.projected());
    }

    @Test
    void a_held_tier_says_what_keeps_it() {
        TierPlan plan = plan("kind: calendar, unit: year", "hold: { until: endOfPeriod }");
        TierStanding gold = new TierMoveRules(plan, JOINED)
                .on(LocalDate.of(2025, 12, 1), 2_000, TierStanding.newcomer(plan, JOINED));
        assertEquals(LocalDate.of(2025, 12, 31), gold.heldUntil());
        TierPlan longer = plan("kind: calendar, unit: year", "hold: { until: endOfNextPeriod }");
        TierStanding held = new TierMoveRules(longer, JOINED)
                .on(LocalDate.of(2025, 12, 1), 2_000, TierStanding.newcomer(longer, JOINED));
        TierOutlook outlook =
                new TierOutlookRules(longer, JOINED, List.of(points("2026-02-01", 700)), 0).on(TODAY, held);
        assertEquals("gold", outlook.level());
        assertNull(outlook.next());
        assertEquals(LocalDate.of(2026, 12, 31), outlook.keptUntil());
        assertEquals(1_300, outlook.missingToKeep());
        assertEquals("bronze", outlook.dropsTo());
    }

    @Test
    void who_is_in_the_lowest_tier_risks_nothing() {
        TierOutlook outlook = outlook(plan("kind: rolling, length: P12M", ""), List.of(points("2026-06-01", 20)));
        assertNull(outlook.keptUntil());
        assertNull(outlook.dropsTo());
        assertEquals(480, outlook.missing());
        assertEquals("bronze", outlook.projected());
    }

    @Test
    void what_was_held_given_or_locked_ends_with_its_last_day() {
        TierPlan rolling = plan("kind: rolling, length: P1M", "hold: { until: endOfPeriod, grace: P10D }");
        TierStanding newcomer = TierStanding.newcomer(rolling, JOINED);
        List<Counted> today = List.of(points("2026-06-15", 500));
        TierOutlook held = new TierOutlookRules(rolling, JOINED, today, 0).on(TODAY, newcomer);
        assertEquals(LocalDate.of(2026, 7, 24), held.keptUntil());

        TierPlan ever = plan("kind: ever", "");
        TierOutlookRules rules = new TierOutlookRules(ever, JOINED, List.of(), 0);
        TierStanding lowest = TierStanding.newcomer(ever, JOINED);
        LocalDate end = LocalDate.of(2026, 9, 30);
        TierOutlook given = rules.on(TODAY, lowest.given(new Grant("gold", end, Why.STATUS_MATCH)));
        assertEquals(List.of("gold", end, "bronze"), List.of(given.level(), given.keptUntil(), given.dropsTo()));
        TierOutlook locked = rules.on(TODAY, lowest.locked(new Lock("silver", end)));
        assertEquals(List.of("silver", end, "bronze"), List.of(locked.level(), locked.keptUntil(), locked.dropsTo()));
        TierOutlook lasting = rules.on(TODAY, lowest.given(new Grant("gold", null, Why.LIFETIME)));
        assertNull(lasting.keptUntil());
    }

    @Test
    void a_soft_landing_goes_down_step_by_step_as_far_as_two_years_show() {
        TierPlan plan =
                plan("kind: calendar, unit: half", "downgrade: softLanding\nhold: { until: endOfPeriod, grace: P1M }");
        TierStanding gold = new TierMoveRules(plan, JOINED)
                .on(LocalDate.of(2026, 6, 1), 2_000, TierStanding.newcomer(plan, JOINED));
        TierOutlook outlook = new TierOutlookRules(plan, JOINED, List.of(), 0).on(TODAY, gold);
        assertEquals(LocalDate.of(2026, 7, 30), outlook.keptUntil());
        assertEquals("silver", outlook.dropsTo());
        assertEquals("bronze", outlook.projected());
    }

    @Test
    void a_fall_of_one_level_is_followed_by_the_next_one_without_a_hold() {
        TierPlan plan = plan("kind: rolling, length: P3M", "downgrade: oneLevel");
        List<Counted> today = List.of(points("2026-06-15", 2_000));
        TierOutlookRules rules = new TierOutlookRules(plan, JOINED, today, 0);
        TierOutlook outlook = rules.on(TODAY, TierStanding.newcomer(plan, JOINED));
        assertEquals("gold", outlook.level());
        assertEquals(LocalDate.of(2026, 9, 14), outlook.keptUntil());
        assertEquals("silver", outlook.dropsTo());
        assertEquals("bronze", outlook.projected());
    }

    @Test
    void without_a_hold_a_tier_is_kept_to_the_end_of_its_period() {
        List<Counted> counted = List.of(points("2026-02-01", 700));
        TierOutlook year = outlook(plan("kind: calendar, unit: year", ""), counted);
        assertEquals(LocalDate.of(2026, 12, 31), year.keptUntil());
        assertEquals("bronze", year.dropsTo());
        assertEquals(0, year.missingToKeep());
        TierOutlook anniversary = outlook(plan("kind: anniversary", ""), counted);
        assertEquals(LocalDate.of(2027, 1, 14), anniversary.keptUntil());
        assertEquals("bronze", anniversary.projected());
        assertNull(outlook(plan("kind: ever", ""), counted).keptUntil());
    }

    @Test
    void a_hold_with_nothing_left_in_the_window_ends_with_its_last_day_and_what_began_since_begins() {
        TierPlan plan = plan("kind: rolling, length: P12M", "hold: { until: endOfPeriod }");
        LocalDate reached = LocalDate.of(2025, 8, 1);
        TierStanding silver = new TierMoveRules(plan, JOINED).on(reached, 500, TierStanding.newcomer(plan, JOINED));
        TierOutlook outlook = new TierOutlookRules(plan, JOINED, List.of(), 0).on(TODAY, silver);
        assertEquals(LocalDate.of(2026, 7, 31), outlook.keptUntil());
        assertEquals(500, outlook.missingToKeep());
        TierPlan next = plan("kind: calendar, unit: year", "upgrade: nextPeriod");
        TierOutlook rising = outlook(next, List.of(points("2026-02-01", 700)));
        assertEquals(List.of("bronze", "silver"), List.of(rising.level(), rising.next()));
        assertNull(rising.dropsTo());
    }

    @Test
    void a_basis_adds_up_what_it_says() {
        List<Counted> counted = List.of(
                new Counted(LocalDate.of(2026, 1, 1), 100_00, 40, 1),
                new Counted(LocalDate.of(2026, 1, 2), -20_00, -8, 0));
        Days window = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
        assertEquals(80_00, BasisRules.value(Basis.NET_SPEND, counted, window, 7));
        assertEquals(32, BasisRules.value(Basis.POINTS, counted, window, 7));
        assertEquals(1, BasisRules.value(Basis.VISITS, counted, window, 7));
        assertEquals(7, BasisRules.value(Basis.BALANCE, counted, window, 7));
        Days firstDay = new Days(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
        assertEquals(100_00, BasisRules.value(Basis.NET_SPEND, counted, firstDay, 7));
    }

    private static TierOutlook outlook(TierPlan plan, List<Counted> counted) {
        return new TierOutlookRules(plan, JOINED, counted, 0).on(TODAY, TierStanding.newcomer(plan, JOINED));
    }

    private static Counted points(String day, long points) {
        return new Counted(LocalDate.parse(day), 0, points, 0);
    }
}
