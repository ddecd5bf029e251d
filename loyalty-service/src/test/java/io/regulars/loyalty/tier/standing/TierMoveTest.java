package io.regulars.loyalty.tier.standing;

import static io.regulars.loyalty.tier.standing.Tiers.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.tier.standing.TierStanding.Grant;
import io.regulars.loyalty.tier.standing.TierStanding.Lock;
import io.regulars.loyalty.tier.standing.TierStanding.Why;
import io.regulars.loyalty.tier.standing.Tiers.Walk;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TierMoveTest {

    private static final String YEAR = "kind: calendar, unit: year";
    private static final String HELD = "hold: { until: endOfNextPeriod }\n";

    @Test
    void a_tier_is_reached_at_once_and_lies_where_the_value_is_without_a_hold() {
        Walk walk = new Walk(plan("kind: rolling, length: P12M", ""));
        assertEquals("bronze", walk.on("2026-01-01", 499));
        assertEquals("silver", walk.on("2026-01-02", 500));
        assertEquals("gold", walk.on("2026-01-03", 5_000));
        assertEquals("silver", walk.on("2026-01-04", 1_999));
        assertEquals("bronze", walk.on("2026-01-05", -10));
    }

    @Test
    void a_tier_of_the_next_period_waits_for_it_and_falls_away_when_what_brought_it_does() {
        Walk walk = new Walk(plan(YEAR, "upgrade: nextPeriod\nhold: { until: endOfPeriod }"));
        assertEquals("bronze", walk.on("2026-03-01", 600));
        assertEquals("bronze", walk.on("2026-12-31", 600));
        assertEquals("silver", walk.on("2027-01-01", 0));
        assertEquals(LocalDate.of(2027, 1, 1), walk.standing().since());
        assertEquals("silver", walk.on("2027-12-31", 0));
        assertEquals("bronze", walk.on("2028-01-01", 0));
        assertEquals("bronze", walk.on("2028-03-01", 600));
        assertEquals("bronze", walk.on("2028-04-01", 100));
        assertEquals("bronze", walk.on("2029-01-01", 0));
    }

    @Test
    void a_held_tier_is_kept_to_its_last_day_and_lost_on_the_next() {
        Walk walk = new Walk(plan(YEAR, HELD));
        walk.on("2026-03-10", 2_000);
        assertEquals("gold", walk.on("2027-12-31", 0));
        assertEquals("bronze", walk.on("2028-01-01", 0));
    }

    @Test
    void reaching_it_again_holds_it_longer() {
        Walk walk = new Walk(plan(YEAR, HELD));
        walk.on("2026-03-10", 500);
        walk.on("2027-11-11", 500);
        assertEquals(LocalDate.of(2028, 12, 31), walk.standing().heldUntil());
        assertEquals("silver", walk.on("2028-12-31", 0));
    }

    @Test
    void what_is_no_longer_held_falls_as_the_programme_says() {
        assertEquals("gold", afterGold("downgrade: never"));
        assertEquals("bronze", afterGold("downgrade: full"));
        assertEquals("silver", afterGold("downgrade: oneLevel"));
        assertEquals("silver", afterGold("downgrade: softLanding"));
    }

    @Test
    void one_level_is_reassessed_with_the_next_period_and_a_soft_landing_is_held_as_if_it_had_been_reached() {
        Walk oneLevel = gold("downgrade: oneLevel");
        oneLevel.on("2028-01-01", 0);
        assertEquals("silver", oneLevel.on("2028-12-31", 0));
        assertEquals("bronze", oneLevel.on("2029-01-01", 0));
        Walk soft = gold("downgrade: softLanding");
        soft.on("2028-01-01", 0);
        assertEquals("silver", soft.on("2029-12-31", 0));
        assertEquals("bronze", soft.on("2030-01-01", 0));
    }

    @Test
    void a_fall_ends_where_the_value_is() {
        Walk walk = gold("downgrade: full");
        assertEquals("silver", walk.on("2028-01-05", 700));
        assertEquals(LocalDate.of(2029, 12, 31), walk.standing().heldUntil());
    }

    @Test
    void a_threshold_that_is_raised_takes_nobody_down_and_one_that_is_lowered_takes_members_up() {
        Walk walk = new Walk(plan("kind: rolling, length: P12M", ""));
        walk.on("2026-01-01", 550);
        TierPlan dearer = levels("{ id: bronze, threshold: 0 }, { id: silver, threshold: 600 }");
        Walk after = walk.under(dearer);
        after.set(after.moves().published(LocalDate.parse("2026-01-02"), 550, after.standing()));
        assertEquals("silver", after.level("2026-01-02"));
        assertEquals("silver", after.on("2026-01-03", 550));
        assertEquals("bronze", after.on("2026-01-04", 499));
        assertEquals("bronze", after.on("2026-01-05", 550));
        TierPlan cheaper = levels("{ id: bronze, threshold: 0 }, { id: silver, threshold: 300 }");
        Walk up = after.under(cheaper);
        up.set(up.moves().published(LocalDate.parse("2026-01-06"), 550, up.standing()));
        assertEquals("silver", up.level("2026-01-06"));
    }

    @Test
    void what_was_promised_for_a_tier_keeps_it_to_the_last_unit_and_also_once_more_is_reached() {
        Walk walk = new Walk(plan("kind: rolling, length: P12M", ""));
        walk.on("2026-01-01", 500);
        Walk after = walk.under(levels("{ id: bronze, threshold: 0 }, { id: silver, threshold: 600 }"));
        assertEquals("silver", after.on("2026-01-02", 500));
        assertEquals("silver", after.on("2026-01-03", 600));
        assertEquals(500, after.standing().threshold());
        assertEquals("bronze", after.on("2026-01-04", 499));
    }

    @Test
    void publishing_confirms_a_tier_that_is_reached() {
        Walk walk = new Walk(plan(YEAR, HELD));
        walk.on("2026-03-10", 500);
        TierStanding after = walk.moves().published(LocalDate.parse("2027-03-10"), 500, walk.standing());
        assertEquals(LocalDate.of(2027, 3, 10), after.qualifiedOn());
        assertEquals(LocalDate.of(2028, 12, 31), after.heldUntil());
    }

    @Test
    void goods_that_leave_exactly_what_was_asked_leave_the_tier() {
        Walk walk = new Walk(plan(YEAR, HELD));
        walk.on("2026-03-10", 600);
        LocalDate day = LocalDate.parse("2026-03-20");
        TierStanding kept = walk.moves().withoutGoods(day, 600, 500, walk.standing());
        assertEquals("silver", kept.earned());
        TierStanding lost = walk.moves().withoutGoods(day, 600, 499, walk.standing());
        assertEquals("bronze", lost.earned());
        TierStanding exactly = walk.moves().withoutGoods(day, 500, 499, walk.standing());
        assertEquals("bronze", exactly.earned());
    }

    @Test
    void a_grant_is_a_floor_to_its_last_day_and_what_was_earned_may_lie_above_it() {
        Walk walk = new Walk(plan("kind: rolling, length: P12M", ""));
        walk.on("2026-01-01", 0);
        LocalDate end = LocalDate.of(2026, 6, 30);
        walk.set(walk.standing().given(new Grant("silver", end, Why.STATUS_MATCH)));
        assertEquals("silver", walk.on("2026-06-30", 0));
        assertEquals("gold", walk.on("2026-06-30", 2_000));
        assertEquals("silver", walk.on("2026-06-30", 0));
        assertEquals("bronze", walk.on("2026-07-01", 0));
        walk.set(walk.standing().given(new Grant("gold", null, Why.LIFETIME)));
        assertEquals("gold", walk.on("2036-07-01", 0));
        walk.set(walk.standing().given(new Grant("silver", null, Why.GIVEN)));
        assertEquals("gold", walk.on("2036-07-02", 0));
    }

    @Test
    void a_locked_tier_does_not_move_either_way_and_goes_on_where_it_would_be() {
        Walk walk = new Walk(plan("kind: rolling, length: P12M", ""));
        walk.on("2026-01-01", 500);
        walk.set(walk.standing().locked(new Lock("silver", LocalDate.of(2026, 3, 31))));
        assertEquals("silver", walk.on("2026-02-01", 0));
        assertEquals("silver", walk.on("2026-03-31", 9_000));
        assertEquals("gold", walk.level("2026-04-01"));
        walk.set(walk.standing().locked(null));
        assertEquals("gold", walk.level("2026-03-31"));
    }

    @Test
    void goods_that_come_back_take_the_tier_they_brought() {
        Walk walk = new Walk(plan(YEAR, HELD));
        walk.on("2026-03-10", 600);
        TierStanding lost = walk.moves().withoutGoods(LocalDate.parse("2026-03-20"), 600, 499, walk.standing());
        assertEquals("bronze", lost.earned());
        assertEquals(LocalDate.of(2026, 3, 20), lost.since());
        TierStanding left = walk.moves().withoutGoods(LocalDate.parse("2026-03-20"), 600, 500, walk.standing());
        assertEquals("silver", left.earned());
    }

    @Test
    void goods_that_did_not_bring_the_tier_leave_it_held() {
        Walk walk = new Walk(plan(YEAR, HELD));
        walk.on("2026-03-10", 2_600);
        TierStanding still = walk.moves().withoutGoods(LocalDate.parse("2027-05-05"), 2_600, 2_600, walk.standing());
        assertEquals("gold", still.earned());
        TierStanding lower = walk.moves().withoutGoods(LocalDate.parse("2026-05-05"), 2_600, 700, walk.standing());
        assertEquals("silver", lower.earned());
        assertEquals(LocalDate.of(2027, 12, 31), lower.heldUntil());
    }

    @Test
    void asking_again_on_the_same_day_changes_nothing() {
        Walk walk = new Walk(plan(YEAR, HELD + "downgrade: oneLevel"));
        walk.on("2026-03-10", 2_600);
        walk.on("2028-01-01", 0);
        TierStanding once = walk.standing();
        walk.on("2028-01-01", 0);
        assertEquals(once, walk.standing());
        assertNull(once.coming());
    }

    @Test
    void asking_again_holds_a_level_that_was_fallen_to_no_longer_than_asking_once() {
        Walk walk = new Walk(plan(YEAR, HELD + "downgrade: oneLevel"));
        walk.on("2026-03-10", 2_600);
        walk.on("2028-01-01", 700);
        TierStanding once = walk.standing();
        assertEquals("silver", walk.on("2028-01-01", 700));
        assertEquals(once, walk.standing());
        assertEquals(LocalDate.of(2029, 12, 31), once.heldUntil());
    }

    @Test
    void a_tier_that_begins_with_a_period_is_lost_with_what_it_was_reached_with_also_once_it_has_begun() {
        Walk walk = new Walk(plan(YEAR, "upgrade: nextPeriod\nhold: { until: endOfPeriod }"));
        walk.on("2026-03-10", 600);
        LocalDate begun = LocalDate.parse("2027-01-05");
        assertEquals(
                "silver",
                walk.moves().withoutGoods(begun, 600, 500, walk.standing()).earned());
        TierStanding lost = walk.moves().withoutGoods(begun, 600, 499, walk.standing());
        assertEquals("bronze", lost.earned());
        walk.on("2027-01-05", 0);
        assertEquals(lost, walk.moves().withoutGoods(begun, 600, 499, walk.standing()));
    }

    @Test
    void a_level_that_was_landed_on_was_not_brought_by_goods_and_is_not_taken_with_them() {
        Walk walk = gold("downgrade: softLanding");
        walk.on("2028-01-01", 0);
        LocalDate day = LocalDate.parse("2028-02-01");
        assertEquals(
                "silver",
                walk.moves().withoutGoods(day, 0, -10, walk.standing()).earned());
    }

    @Test
    void what_was_reached_by_another_basis_stays_as_long_as_it_is_held_and_then_falls() {
        Walk walk = new Walk(plan(YEAR, HELD));
        walk.on("2026-03-10", 600);
        Walk bySpend = walk.under(
                plan("netSpend", YEAR, HELD, "{ id: bronze, threshold: 0 }, { id: silver, threshold: 500 }"));
        bySpend.set(bySpend.moves().judgedAnew(LocalDate.parse("2026-06-01"), bySpend.standing()));
        assertEquals(500_00, bySpend.standing().threshold());
        assertEquals("silver", bySpend.on("2027-12-31", 600));
        assertEquals("bronze", bySpend.on("2028-01-01", 600));
    }

    @Test
    void without_a_hold_what_was_reached_by_another_basis_stays_to_the_end_of_the_period() {
        Walk walk = new Walk(plan(YEAR, ""));
        walk.on("2026-03-10", 600);
        Walk bySpend =
                walk.under(plan("netSpend", YEAR, "", "{ id: bronze, threshold: 0 }, { id: silver, threshold: 500 }"));
        bySpend.set(bySpend.moves().judgedAnew(LocalDate.parse("2026-06-01"), bySpend.standing()));
        assertEquals("silver", bySpend.on("2026-12-31", 600));
        assertEquals("bronze", bySpend.on("2027-01-01", 600));
    }

    private static TierPlan levels(String levels) {
        return plan("points", "kind: rolling, length: P12M", "", levels);
    }

    private static Walk gold(String downgrade) {
        Walk walk = new Walk(plan(YEAR, HELD + downgrade));
        walk.on("2026-03-10", 2_000);
        return walk;
    }

    private static String afterGold(String downgrade) {
        return gold(downgrade).on("2028-01-01", 0);
    }
}
