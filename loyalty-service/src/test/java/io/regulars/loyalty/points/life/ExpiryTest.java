package io.regulars.loyalty.points.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.ExpiryPolicy.Kind;
import io.regulars.loyalty.programme.document.ExpiryPolicy.RoundedTo;
import io.regulars.loyalty.programme.document.YearDay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When points are gone, by the calendar where the programme is. */
public class ExpiryTest {

    static final Calendar BERLIN = new Calendar(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY);

    @ParameterizedTest
    @CsvSource({
        "2025-01-25T10:00, P1M, day, 2025-02-26T00:00", // usable through 25 February
        "2025-01-31T10:00, P1M, day, 2025-03-01T00:00", // to the end of 28 February
        "2024-01-31T10:00, P1M, day, 2024-03-01T00:00", // to the end of 29 February
        "2024-02-29T10:00, P1Y, day, 2025-03-01T00:00",
        "2025-01-01T00:00, P1M, month, 2025-03-01T00:00", // any January day: to the end of February
        "2025-01-15T12:00, P1M, month, 2025-03-01T00:00",
        "2025-01-31T23:59, P1M, month, 2025-03-01T00:00",
        "2020-07-06T10:00, P12M, month, 2021-08-01T00:00",
        "2026-03-10T10:00, P0D, week, 2026-03-16T00:00",
        "2026-03-10T10:00, P1M, quarter, 2026-07-01T00:00",
        "2026-03-10T10:00, P1M, half, 2026-07-01T00:00",
        "2026-03-10T10:00, P1M, year, 2027-01-01T00:00",
        "2026-03-10T10:30, P1M, instant, 2026-04-10T10:30",
        "2026-03-28T12:00, P1D, day, 2026-03-30T00:00", // the 29th has 23 hours
        "2026-10-24T12:00, P1D, day, 2026-10-26T00:00" // the 25th has 25 hours
    })
    void a_rolling_period_is_rounded_up(LocalDateTime earned, Period after, String until, LocalDateTime gone) {
        ExpiryPolicy policy = rolling(after, RoundedTo.valueOf(until.toUpperCase(java.util.Locale.ROOT)));
        assertEquals(at(gone), ExpiryRules.expiresAt(policy, at(earned), BERLIN));
    }

    @Test
    void a_day_that_is_short_or_long_is_still_a_day() {
        Instant gone = ExpiryRules.expiresAt(rolling(Period.ZERO, RoundedTo.DAY), at("2026-03-29T12:00"), BERLIN);
        assertEquals(Instant.parse("2026-03-29T22:00:00Z"), gone);
        Calendar cairo = new Calendar(ZoneId.of("Africa/Cairo"), DayOfWeek.SUNDAY);
        Instant noMidnight = Instant.parse("2026-04-23T12:00:00Z"); // on the 24th clocks go from 00:00 to 01:00
        Instant skipped = ExpiryRules.expiresAt(rolling(Period.ZERO, RoundedTo.DAY), noMidnight, cairo);
        assertEquals(LocalDateTime.parse("2026-04-24T01:00"), LocalDateTime.ofInstant(skipped, cairo.zone()));
    }

    @Test
    void weeks_end_where_the_programme_says_they_do() {
        Calendar sunday = new Calendar(BERLIN.zone(), DayOfWeek.SUNDAY);
        ExpiryPolicy week = rolling(Period.ZERO, RoundedTo.WEEK);
        assertEquals(at("2026-03-15T00:00"), ExpiryRules.expiresAt(week, at("2026-03-10T12:00"), sunday));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-05-05T12:00, P0D, 2019-01-01T00:00",
        "2018-12-31T23:59, P0D, 2019-01-01T00:00",
        "2025-12-31T00:00, P0D, 2026-01-01T00:00",
        "2025-12-31T00:00, P1D, 2027-01-01T00:00",
        "2025-10-02T00:00, P3M, 2027-01-01T00:00",
        "2025-09-30T00:00, P3M, 2026-01-01T00:00"
    })
    void what_expires_on_31_december_is_gone_with_the_first_minute_of_the_year(
            LocalDateTime earned, Period atLeast, LocalDateTime gone) {
        assertEquals(at(gone), ExpiryRules.expiresAt(dates(atLeast, "12-31"), at(earned), BERLIN));
    }

    @Test
    void of_several_dates_the_next_one_ends_them_and_29_february_is_the_28th_in_other_years() {
        assertEquals(
                at("2026-07-01T00:00"),
                ExpiryRules.expiresAt(dates(Period.ZERO, "12-31", "06-30"), at("2026-01-01T00:00"), BERLIN));
        assertEquals(
                at("2026-03-01T00:00"),
                ExpiryRules.expiresAt(dates(Period.ZERO, "02-29"), at("2026-01-01T00:00"), BERLIN));
        assertEquals(
                at("2028-03-01T00:00"),
                ExpiryRules.expiresAt(dates(Period.ZERO, "02-29"), at("2028-01-01T00:00"), BERLIN));
    }

    @Test
    void never_is_never() {
        assertNull(ExpiryRules.expiresAt(ExpiryPolicy.NEVER, at("2026-01-01T00:00"), BERLIN));
    }

    @Test
    void a_sign_of_life_that_counts_puts_the_end_off() {
        ExpiryPolicy idle =
                new ExpiryPolicy(Kind.INACTIVITY, Period.ofMonths(6), null, null, null, List.of("purchase", "checkIn"));
        Instant earned = at("2026-01-10T12:00");
        assertEquals(at("2026-07-11T00:00"), ExpiryRules.expiresAt(idle, earned, BERLIN));
        assertEquals(
                at("2026-11-06T00:00"), ExpiryRules.prolonged(idle, "checkIn", at("2026-05-05T12:00"), earned, BERLIN));
        assertNull(ExpiryRules.prolonged(idle, "survey", at("2026-05-05T12:00"), earned, BERLIN));
        Instant startsLater = at("2026-06-01T00:00");
        assertEquals(
                at("2026-12-02T00:00"),
                ExpiryRules.prolonged(idle, "checkIn", at("2026-05-05T12:00"), startsLater, BERLIN));
    }

    public static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    public static Instant at(LocalDateTime local) {
        return local.atZone(BERLIN.zone()).toInstant();
    }

    public static ExpiryPolicy rolling(Period after, RoundedTo until) {
        return new ExpiryPolicy(Kind.ROLLING, after, until, null, null, null);
    }

    public static ExpiryPolicy dates(Period atLeast, String... days) {
        List<YearDay> dates = Arrays.stream(days).map(YearDay::of).toList();
        return new ExpiryPolicy(Kind.DATES, null, null, dates, atLeast, null);
    }
}
