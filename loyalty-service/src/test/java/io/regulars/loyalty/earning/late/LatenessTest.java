package io.regulars.loyalty.earning.late;

import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.earning.late.LatenessRules.Lateness;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {

    private static final ProgrammeVersion CAFE = Cafe.version();

    @ParameterizedTest
    @CsvSource({
        "2026-03-11T12:00:00, IN_TIME", // a day later to the second
        "2026-03-11T12:00:01, WITHIN_GRACE",
        "2026-03-24T12:00:00, WITHIN_GRACE",
        "2026-03-24T12:00:01, AFTER_GRACE"
    })
    void a_receipt_of_noon_on_10_march_is_late_after_a_day_and_too_late_after_14(String arrived, Lateness expected) {
        assertEquals(expected, LatenessRules.of(at("2026-03-10T12:00"), at(arrived), CAFE));
    }

    @Test
    void what_comes_after_the_grace_leaves_the_tier_alone() {
        assertTrue(Lateness.WITHIN_GRACE.countsForTier());
        assertFalse(Lateness.AFTER_GRACE.countsForTier());
    }

    @Test
    void only_what_is_in_the_members_favour_is_made_good() {
        Map<String, Long> announced = Map.of("a", 100L, "b", 50L, "c", 70L);
        Map<String, Long> anew = Map.of("a", 50L, "b", 80L, "c", 70L, "late", 40L);
        assertEquals(Map.of("b", 30L, "late", 40L), LatenessRules.madeGood(announced, anew));
    }
}
