package io.regulars.loyalty.tier.standing;

import static io.regulars.loyalty.tier.standing.Tiers.JOINED;
import static io.regulars.loyalty.tier.standing.Tiers.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.tier.standing.TierStanding.Grant;
import io.regulars.loyalty.tier.standing.TierStanding.Lock;
import io.regulars.loyalty.tier.standing.TierStanding.Why;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a member's tier, and what falls off when it is over. */
class TierStandingTest {

    private static final TierPlan PLAN = plan("kind: ever", "");
    private static final TierStanding NEWCOMER = TierStanding.newcomer(PLAN, JOINED);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    @Test
    void who_had_a_tier_before_its_ladder_was_kept_has_it_by_its_threshold() {
        TierStanding silver = NEWCOMER.having(PLAN.level("silver"));
        assertEquals(List.of("silver", 500L), List.of(silver.earned(), silver.threshold()));
        assertEquals(JOINED, silver.since());
        assertEquals("silver", silver.levelOn(END, PLAN));
    }

    @Test
    void a_level_that_is_no_longer_there_counts_as_the_lowest_and_above_the_highest_there_is_none() {
        assertEquals("bronze", PLAN.level("platinum").id());
        assertEquals("bronze", PLAN.reached(-1).id());
        assertEquals("silver", PLAN.above(PLAN.level("bronze")).id());
        assertNull(PLAN.above(PLAN.level("gold")));
        assertEquals("silver", PLAN.below(PLAN.level("gold")).id());
        assertEquals("bronze", PLAN.below(PLAN.level("bronze")).id());
    }

    @Test
    void what_was_given_or_locked_falls_off_after_its_last_day() {
        Grant match = new Grant("silver", END, Why.STATUS_MATCH);
        Grant life = new Grant("silver", null, Why.LIFETIME);
        Lock lock = new Lock("gold", END);
        TierStanding given = NEWCOMER.given(match).given(life).locked(lock);
        assertEquals(given, given.without(END));
        TierStanding after = given.without(END.plusDays(1));
        assertEquals(List.of(life), after.grants());
        assertNull(after.lock());
        TierStanding ever = NEWCOMER.locked(new Lock("gold", null));
        assertEquals(ever, ever.without(END.plusYears(50)));
        assertNull(ever.unlocked().lock());
    }

    @Test
    void who_falls_to_the_lowest_keeps_what_was_given_and_locked() {
        Grant life = new Grant("silver", null, Why.LIFETIME);
        TierStanding held =
                new TierStanding("gold", JOINED, 2_000, JOINED, END, null, List.of(life), new Lock("gold", END));
        TierStanding fallen = held.fallen(PLAN, END);
        assertEquals(List.of("bronze", 0L), List.of(fallen.earned(), fallen.threshold()));
        assertEquals(List.of(END, END), List.of(fallen.since(), fallen.qualifiedOn()));
        assertNull(fallen.heldUntil());
        assertEquals("gold", fallen.levelOn(END, PLAN));
        assertEquals("silver", fallen.levelOn(END.plusDays(1), PLAN));
    }
}
