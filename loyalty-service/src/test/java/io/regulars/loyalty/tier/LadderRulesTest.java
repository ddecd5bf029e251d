package io.regulars.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.earning.evaluation.Scene;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.tier.Standing.Ladder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tier was reached with, and what goods that come back do to it. Silver is 500 points in a calendar year. */
class LadderRulesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final String HELD = "hold: { until: endOfNextPeriod }";
    private static final LadderRules RULES = rules(HELD, "");
    private static final Ladder SILVER = RULES.moved(RULES.begun(null), MARCH, 600, false);

    @Test
    void a_ladder_begins_at_the_lowest_or_at_the_tier_the_member_is_in() {
        assertEquals(List.of("bronze", 0L), told(RULES.begun(null)));
        assertEquals(List.of("silver", 0L), told(RULES.begun("silver")));
        assertEquals(500, RULES.begun("silver").standing().threshold());
    }

    @Test
    void it_is_known_what_a_tier_was_last_reached_or_confirmed_with() {
        assertEquals(List.of("silver", 600L), told(SILVER));
        assertEquals(List.of("silver", 700L), told(RULES.moved(SILVER, MAY, 700, false)));
        assertEquals(List.of("silver", 900L), told(RULES.moved(SILVER, MARCH, 900, false)));
        assertEquals(List.of("silver", 500L), told(RULES.moved(SILVER, MARCH, 500, false)));
        Ladder held = RULES.moved(undone(150, MARCH), MAY, 499, false);
        assertEquals(List.of("silver", 600L), told(held));
        assertEquals(150, held.undone());
    }

    @Test
    void goods_that_were_bought_outside_the_window_it_was_reached_in_take_nothing_from_it() {
        assertEquals(150, undone(150, LocalDate.of(2026, 1, 1)).undone());
        assertEquals(SILVER, undone(150, LocalDate.of(2025, 12, 31)));
        Ladder twice = RULES.undone(undone(150, MARCH), MARCH, 50);
        assertEquals(200, twice.undone());
    }

    @Test
    void goods_that_brought_a_held_tier_take_it_with_them() {
        assertEquals(List.of("bronze", 450L), told(RULES.moved(undone(150, MARCH), MAY, 450, true)));
        assertEquals(
                "silver", told(RULES.moved(undone(100, MARCH), MAY, 500, true)).get(0));
        assertEquals(
                "silver", told(RULES.moved(undone(150, MARCH), MAY, 450, false)).get(0));
        LadderRules leaving = rules(HELD, "refunds: { takesBackTier: false }");
        assertEquals(
                "silver",
                told(leaving.moved(undone(150, MARCH), MAY, 450, true)).get(0));
    }

    @Test
    void a_tier_that_does_not_outlive_its_basis_goes_by_the_basis_alone() {
        LadderRules plain = rules("", "");
        Ladder still = plain.moved(undone(150, MARCH), MAY, 600, true);
        assertEquals(MARCH, still.standing().since());
        LadderRules never = rules("downgrade: never", "");
        assertEquals(
                "bronze", told(never.moved(undone(150, MARCH), MAY, 450, true)).get(0));
        assertEquals("silver", told(never.moved(SILVER, MAY, 450, false)).get(0));
    }

    @Test
    void what_was_reached_by_another_basis_is_not_taken_by_goods_any_more() {
        Ladder anew = RULES.judgedAnew(undone(150, MARCH), MAY);
        assertEquals(List.of("silver", 0L), told(anew));
        assertEquals(0, anew.undone());
        assertEquals("silver", told(RULES.moved(anew, MAY, 100, true)).get(0));
    }

    private static Ladder undone(long less, LocalDate boughtOn) {
        return RULES.undone(SILVER, boughtOn, less);
    }

    private static List<Object> told(Ladder ladder) {
        return List.of(ladder.standing().earned(), ladder.reachedWith());
    }

    private static LadderRules rules(String policies, String more) {
        ProgrammeVersion version = Scene.document(
                "tiers:\n  basis: points\n  window: { kind: calendar, unit: year }\n" + policies.indent(2)
                        + "  levels: [{ id: bronze, threshold: 0 }, { id: silver, threshold: 500 }]\n" + more,
                "",
                "- { id: base, gives: { points: 1, per: 1 } }");
        return new LadderRules(version, Instant.parse("2025-01-15T12:00:00Z"));
    }
}
