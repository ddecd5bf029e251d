package io.regulars.loyalty.tier.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.document.TierPolicy.Window;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are local and inclusive, at both edges. */
class PeriodTest {

    private static final LocalDate JOINED = LocalDate.of(2024, 2, 29);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kind: rolling, length: P12M      | 2026-03-10 | 2025-03-11 | 2026-03-10
        kind: rolling, length: P1M       | 2026-03-31 | 2026-03-01 | 2026-03-31
        kind: rolling, length: P30D      | 2026-03-30 | 2026-03-01 | 2026-03-30
        kind: calendar, unit: month      | 2026-02-10 | 2026-02-01 | 2026-02-28
        kind: calendar, unit: quarter    | 2026-02-10 | 2026-01-01 | 2026-03-31
        kind: calendar, unit: half       | 2026-07-01 | 2026-07-01 | 2026-12-31
        kind: calendar, unit: year       | 2026-12-31 | 2026-01-01 | 2026-12-31
        kind: anniversary                | 2024-02-29 | 2024-02-29 | 2025-02-27
        kind: anniversary                | 2026-02-27 | 2025-02-28 | 2026-02-27
        kind: anniversary                | 2026-02-28 | 2026-02-28 | 2027-02-27
        kind: anniversary                | 2028-02-28 | 2027-02-28 | 2028-02-28
        """)
    void a_window_has_a_first_and_a_last_day(String window, LocalDate day, LocalDate first, LocalDate last) {
        Days days = PeriodRules.window(Tiers.plan(window, "").policy().window(), JOINED, day);
        assertEquals(new Days(first, last), days);
        assertTrue(days.hold(first) && days.hold(last));
        assertFalse(days.hold(first.minusDays(1)) || days.hold(last.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kind: calendar, unit: month | hold: { until: endOfPeriod }                                             | 2026-03-31
        kind: calendar, unit: month | hold: { until: endOfNextPeriod }                                         | 2026-04-30
        kind: calendar, unit: year  | hold: { until: endOfNextPeriod, grace: P45D }                            | 2028-02-14
        kind: calendar, unit: year  | hold: { until: endOfNextPeriod, grace: P45D, roundedToMonthEnd: true }   | 2028-02-29
        kind: rolling, length: P12M | hold: { until: endOfPeriod }                                             | 2027-03-09
        kind: rolling, length: P12M | hold: { until: endOfPeriod, roundedToMonthEnd: true }                    | 2027-03-31
        kind: rolling, length: P12M | hold: { until: endOfNextPeriod, grace: P10D }                            | 2028-03-19
        kind: anniversary           | hold: { until: endOfPeriod }                                             | 2027-02-27
        """)
    void a_tier_reached_on_10_march_2026_is_held_to(String window, String hold, LocalDate until) {
        assertEquals(
                until, PeriodRules.heldUntil(Tiers.plan(window, hold).policy(), JOINED, LocalDate.of(2026, 3, 10)));
    }

    @ParameterizedTest
    @CsvSource({
        "P12M, 2025-03-10, 2026-03-10",
        "P12M, 2024-02-29, 2025-03-01", // the year before 28 February begins with 29 February
        "P6M, 2025-08-31, 2026-03-01",
        "P1M, 2026-01-31, 2026-03-01",
        "P1M, 2026-01-29, 2026-03-01",
        "P1M, 2026-01-28, 2026-02-28",
        "P1M, 2026-02-28, 2026-03-28",
        "P1M10D, 2026-01-20, 2026-03-01",
        "P30D, 2026-01-31, 2026-03-02",
        "P1D, 2026-01-31, 2026-02-01"
    })
    void a_day_leaves_a_rolling_window_on_the_first_day_that_no_longer_holds_it(
            String length, LocalDate day, LocalDate gone) {
        Window window =
                Tiers.plan("kind: rolling, length: " + length, "").policy().window();
        assertEquals(gone, PeriodRules.leaves(window, day));
        assertTrue(PeriodRules.window(window, JOINED, gone.minusDays(1)).hold(day));
        assertFalse(PeriodRules.window(window, JOINED, gone).hold(day));
    }

    @Test
    void who_joins_later_on_the_clock_of_another_zone_is_in_the_first_year() {
        Days first =
                PeriodRules.window(Tiers.plan("kind: anniversary", "").policy().window(), JOINED, JOINED.minusDays(1));
        assertEquals(new Days(JOINED, LocalDate.of(2025, 2, 27)), first);
    }

    @Test
    void without_a_hold_nothing_holds() {
        assertNull(PeriodRules.heldUntil(Tiers.plan("kind: anniversary", "").policy(), JOINED, JOINED));
    }
}
