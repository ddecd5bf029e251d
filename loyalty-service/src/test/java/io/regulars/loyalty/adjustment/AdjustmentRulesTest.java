package io.regulars.loyalty.adjustment;

import static io.regulars.loyalty.Club.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.Club;
import io.regulars.loyalty.adjustment.Adjustment.Kind;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.Life;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdjustmentRulesTest {

    @Test
    void a_second_person_is_asked_above_the_limit_whichever_way_points_go() {
        assertFalse(AdjustmentRules.needsSecondPerson(1_000, 1_000));
        assertFalse(AdjustmentRules.needsSecondPerson(-1_000, 1_000));
        assertTrue(AdjustmentRules.needsSecondPerson(1_001, 1_000));
        assertTrue(AdjustmentRules.needsSecondPerson(-1_001, 1_000));
    }

    @Test
    void goodwill_gives_and_a_correction_goes_either_way() {
        assertEquals(Optional.empty(), AdjustmentRules.points(-5, Kind.CORRECTION));
        assertEquals(Optional.empty(), AdjustmentRules.points(5, Kind.GOODWILL));
        assertTrue(AdjustmentRules.points(-5, Kind.GOODWILL).isPresent());
        assertTrue(AdjustmentRules.points(0, Kind.CORRECTION).isPresent());
        assertTrue(AdjustmentRules.points(AdjustmentRules.MOST + 1, Kind.CORRECTION)
                .isPresent());
        assertTrue(AdjustmentRules.points(Long.MIN_VALUE, Kind.CORRECTION).isPresent());
        for (long most : new long[] {AdjustmentRules.MOST, -AdjustmentRules.MOST}) {
            assertEquals(Optional.empty(), AdjustmentRules.points(most, Kind.CORRECTION));
        }
    }

    @Test
    void an_end_lies_ahead_and_within_a_lifetime() {
        assertTrue(AdjustmentRules.end(NOON, NOON).isPresent());
        assertEquals(Optional.empty(), AdjustmentRules.end(NOON.plusNanos(1_000), NOON));
        assertEquals(Optional.empty(), AdjustmentRules.end(null, NOON));
        assertTrue(AdjustmentRules.end(NOON.plus(Duration.ofDays(40_000)), NOON).isPresent());
    }

    @Test
    void what_is_given_by_hand_ends_with_inactivity_like_the_rest_unless_an_end_was_asked_for() {
        ProgrammeVersion idle = Cafe.version(Cafe.changed(
                "{ kind: rolling, after: P12M, until: month }",
                "{ kind: inactivity, after: P12M, activities: [purchase, visit] }"));
        Map<String, Instant> signs = Map.of("checkIn", NOON.plus(Duration.ofDays(10)), "review", Instant.MAX);
        Life life = AdjustmentRules.life(given(null), idle, "guest", signs, NOON);
        assertEquals(Instant.parse("2027-03-20T23:00:00Z"), life.expiresAt());
        assertTrue(life.later().endsWithInactivity());
        Life asked = AdjustmentRules.life(given(NOON.plus(Duration.ofDays(3))), idle, "guest", signs, NOON);
        assertEquals(new Life(NOON, NOON.plus(Duration.ofDays(3))), asked);
        assertNull(AdjustmentRules.life(given(null), Cafe.version(), "guest", signs, NOON)
                .later());
    }

    private static Adjustment given(Instant end) {
        return new Adjustment(
                Club.id("given"),
                new Owner(Club.id("ana"), "cafe-club"),
                "beans",
                Kind.GOODWILL,
                10,
                "cold coffee",
                null,
                end,
                null,
                false,
                "sue",
                NOON);
    }

    @Test
    void a_reason_is_told_and_a_wallet_is_the_programmes() {
        assertTrue(AdjustmentRules.reason(" ").isPresent());
        assertTrue(AdjustmentRules.reason("x".repeat(501)).isPresent());
        assertEquals(Optional.empty(), AdjustmentRules.reason("x".repeat(500)));
        assertTrue(AdjustmentRules.reason("\0 hidden").isPresent());
        assertEquals(Optional.empty(), AdjustmentRules.reason("cold coffee"));
        assertEquals(Optional.empty(), AdjustmentRules.wallet("points", Club.PROGRAMME));
        assertTrue(AdjustmentRules.wallet("stars", Club.PROGRAMME).isPresent());
    }
}
