package io.regulars.loyalty.programme.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods, lengths of time and days of the year as documents write them. */
class DatesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-10, 2026-03-10, 2026-03-11",
        "WEEK, 2026-03-08, 2026-03-02, 2026-03-09",
        "WEEK, 2026-03-09, 2026-03-09, 2026-03-16",
        "MONTH, 2026-01-31, 2026-01-01, 2026-02-01",
        "QUARTER, 2026-03-31, 2026-01-01, 2026-04-01",
        "QUARTER, 2026-04-01, 2026-04-01, 2026-07-01",
        "QUARTER, 2026-12-31, 2026-10-01, 2027-01-01",
        "HALF, 2026-06-30, 2026-01-01, 2026-07-01",
        "HALF, 2026-07-01, 2026-07-01, 2027-01-01",
        "YEAR, 2026-12-31, 2026-01-01, 2027-01-01"
    })
    void a_period_holds_its_first_day_and_not_the_first_of_the_next(
            Cadence cadence, LocalDate day, LocalDate first, LocalDate next) {
        assertEquals(first, cadence.startOf(day, DayOfWeek.MONDAY));
        assertEquals(next, cadence.nextAfter(day, DayOfWeek.MONDAY));
    }

    @Test
    void a_week_begins_where_the_programme_says_and_ever_has_no_end() {
        LocalDate tuesday = LocalDate.of(2026, 3, 10);
        assertEquals(LocalDate.of(2026, 3, 8), Cadence.WEEK.startOf(tuesday, DayOfWeek.SUNDAY));
        assertEquals(LocalDate.of(2026, 3, 15), Cadence.WEEK.nextAfter(tuesday, DayOfWeek.SUNDAY));
        assertEquals(
                Cadence.EVER.startOf(tuesday, DayOfWeek.MONDAY),
                Cadence.EVER.startOf(tuesday.plusYears(9), DayOfWeek.MONDAY));
        assertEquals(LocalDate.MAX, Cadence.EVER.nextAfter(tuesday, DayOfWeek.MONDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "P14D, 2026-04-11T10:00:00Z", // noon in summer, as it was noon in winter
        "PT336H, 2026-04-11T11:00:00Z",
        "P1DT12H, 2026-03-29T22:00:00Z",
        "P1M, 2026-04-28T10:00:00Z"
    })
    void days_keep_the_local_time_and_hours_are_counted(String length, Instant end) {
        assertEquals(end, Lapse.of(length).after(Instant.parse("2026-03-28T11:00:00Z"), BERLIN));
        assertEquals(length, Lapse.of(length).toString());
    }

    @ParameterizedTest
    @CsvSource({"PT1S, true", "P1D, true", "P1DT1H, true", "PT0S, false", "P0D, false", "P-1D, false", "P1DT-1H, false"
    })
    void a_length_is_longer_than_nothing_when_no_part_of_it_goes_back(String length, boolean positive) {
        assertEquals(positive, Lapse.of(length).isPositive());
    }

    @Test
    void nothing_is_written_as_no_days() {
        assertEquals("P0D", Lapse.of("PT0S").toString());
        assertEquals(Lapse.of("P0D"), Lapse.of("PT0S"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-06-30",
        "2026-06-30, 2026-06-30",
        "2026-07-01, 2026-12-31",
        "2026-12-31, 2026-12-31",
        "2027-01-01, 2027-02-28",
        "2027-03-01, 2027-06-30"
    })
    void of_days_of_the_year_the_first_from_a_day_on_counts(LocalDate from, LocalDate first) {
        List<YearDay> days = from.getYear() == 2026 ? days("12-31", "06-30") : days("12-31", "02-29", "06-30");
        assertEquals(first, YearDay.firstOf(days, from));
    }

    @Test
    void a_day_that_is_over_comes_again_next_year_and_29_february_when_there_is_one() {
        assertEquals(LocalDate.of(2027, 3, 9), YearDay.firstOf(days("03-09"), LocalDate.of(2026, 3, 10)));
        assertEquals(LocalDate.of(2028, 2, 29), YearDay.firstOf(days("02-29"), LocalDate.of(2027, 3, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1", "12-31 ", "2026-12-31", "", "12/31"})
    void a_day_of_the_year_is_written_month_and_day(String text) {
        assertThrows(IllegalArgumentException.class, () -> YearDay.of(text));
    }

    @Test
    void a_day_no_year_has_is_refused_and_others_are_written_as_they_were_read_and_in_order() {
        assertThrows(DateTimeException.class, () -> YearDay.of("02-30"));
        assertEquals("02-29", YearDay.of("02-29").toString());
        assertTrue(YearDay.of("02-28").compareTo(YearDay.of("03-01")) < 0);
        assertEquals(0, YearDay.of("03-01").compareTo(YearDay.of("03-01")));
        assertFalse(YearDay.of("12-31").compareTo(YearDay.of("03-01")) < 0);
    }

    private static List<YearDay> days(String... days) {
        return Arrays.stream(days).map(YearDay::of).toList();
    }
}
