package io.regulars.loyalty.night;

import static io.regulars.loyalty.night.NightClub.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tiers that nothing keeps any longer are lost at midnight; what is ahead is told in time, and once. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class NightOfTiersTest {

    private static final String LEVELS = "levels: [{ id: low, threshold: 0 }, { id: high, threshold: 500.00 }]";
    private static final String ROLLING =
            "{ basis: netSpend, window: { kind: rolling, length: P12M }, " + LEVELS + " }";

    @Inject
    NightClub club;

    @Test
    void a_rolling_tier_is_lost_when_the_day_that_made_it_leaves_the_window() {
        Rulebook rules = programme("rolling", "expiry: { kind: never }", ROLLING);
        club.enrols(rules, "rita", "2025-03-10T09:00");
        club.buys(rules, "rita", "2025-03-10T10:00", 600_00);

        club.night(rules, "2026-03-09T00:05");
        assertEquals("high", club.tier("rita"));
        club.night(rules, "2026-03-10T00:05");
        assertEquals("low", club.tier("rita"));
        assertEquals("tier.changed high low", last("rita"));
    }

    @Test
    void what_came_back_leaves_the_window_too_and_the_tier_rises() {
        Rulebook rules = programme("rising", "expiry: { kind: never }", ROLLING);
        club.enrols(rules, "rosi", "2025-03-01T09:00");
        club.buys(rules, "rosi", "2025-03-01T10:00", 400_00);
        club.buys(rules, "rosi", "2025-03-02T10:00", -400_00);
        club.buys(rules, "rosi", "2025-08-01T10:00", 600_00);
        club.night(rules, "2026-03-01T00:05");
        assertEquals("low", club.tier("rosi"));
        club.night(rules, "2026-03-02T00:05");
        assertEquals("high", club.tier("rosi"));
    }

    @Test
    void a_calendar_tier_is_lost_when_its_month_is_over() {
        Rulebook rules = programme(
                "monthly",
                "expiry: { kind: never }",
                "{ basis: netSpend, window: { kind: calendar, unit: month }, " + LEVELS + " }");
        club.enrols(rules, "mona", "2026-03-10T09:00");
        club.buys(rules, "mona", "2026-03-10T10:00", 600_00);

        club.night(rules, "2026-03-31T00:05");
        assertEquals("high", club.tier("mona"));
        club.night(rules, "2026-04-01T00:05");
        assertEquals("low", club.tier("mona"));
        assertEquals(
                0, club.number("select count(*) from membership where programme = 'monthly' and tier_due is not null"));
    }

    @Test
    void a_held_tier_is_lost_the_day_after_its_grace() {
        Rulebook rules = programme("held", "expiry: { kind: never }", """
                { basis: netSpend, window: { kind: calendar, unit: year },
                      hold: { until: endOfNextPeriod, grace: P1M }, %s }""".formatted(LEVELS));
        club.enrols(rules, "hedi", "2025-05-01T09:00");
        club.buys(rules, "hedi", "2025-05-01T10:00", 600_00);

        for (String night : List.of("2026-01-01T00:05", "2027-01-01T00:05", "2027-01-31T00:05")) {
            club.night(rules, night);
            assertEquals("high", club.tier("hedi"), night);
        }
        club.night(rules, "2027-02-01T00:05");
        assertEquals("low", club.tier("hedi"));
    }

    @Test
    void an_expiry_is_announced_once_for_each_time_ahead_also_when_nights_were_missed() {
        Rulebook rules = programme("reminding", "expiry: { kind: rolling, after: P60D }", null);
        club.enrols(rules, "mia", "2026-01-10T09:00");
        club.earns(rules, "mia", "2026-01-10T10:00", 40);
        club.earns(rules, "mia", "2026-01-10T11:00", 2);

        nights(rules, LocalDate.of(2026, 2, 8), LocalDate.of(2026, 2, 9));
        assertEquals(List.of(), club.told("mia"));
        nights(rules, LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 13));
        assertEquals(List.of("points.expiring 42 30"), club.told("mia"));
        nights(rules, LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 9));
        assertEquals(List.of("points.expiring 42 30", "points.expiring 42 5"), club.told("mia"));
    }

    @Test
    void a_night_that_broke_off_after_an_announcement_does_not_make_the_next_one_repeat_it() {
        Rulebook rules = programme("repeating", "expiry: { kind: rolling, after: P60D }", null);
        club.enrols(rules, "nia", "2026-01-10T09:00");
        club.earns(rules, "nia", "2026-01-10T10:00", 40);
        nights(rules, LocalDate.of(2026, 2, 9), LocalDate.of(2026, 2, 10));
        club.number("""
            with undone as (update night set ended_at = null where programme = 'repeating' and day = '2026-02-10'
                            returning 1)
            select count(*) from undone""");
        nights(rules, LocalDate.of(2026, 2, 11), LocalDate.of(2026, 2, 12));
        assertEquals(List.of("points.expiring 40 30"), club.told("nia"));
    }

    @Test
    void a_drop_is_announced_once_thirty_days_ahead() {
        Rulebook rules = programme("risky", "expiry: { kind: never }", ROLLING);
        club.enrols(rules, "rike", "2025-03-10T09:00");
        club.buys(rules, "rike", "2025-03-10T10:00", 600_00);

        nights(rules, LocalDate.of(2026, 2, 6), LocalDate.of(2026, 2, 7));
        assertEquals(List.of("tier.changed low high"), club.told("rike"));
        nights(rules, LocalDate.of(2026, 2, 8), LocalDate.of(2026, 2, 11));
        assertEquals(List.of("tier.changed low high", "tier.atRisk low 2026-03-09 50000"), club.told("rike"));
    }

    @Test
    void who_rises_on_days_that_will_soon_leave_is_warned_the_night_after() {
        Rulebook rules = programme("narrow", "expiry: { kind: never }", ROLLING);
        club.enrols(rules, "nele", "2025-03-10T09:00");
        club.buys(rules, "nele", "2025-03-10T10:00", 400_00);
        nights(rules, LocalDate.of(2026, 2, 18), LocalDate.of(2026, 2, 20));
        club.buys(rules, "nele", "2026-02-20T12:00", 150_00);
        nights(rules, LocalDate.of(2026, 2, 21), LocalDate.of(2026, 2, 23));
        assertEquals(List.of("tier.changed low high", "tier.atRisk low 2026-03-09 35000"), club.told("nele"));
    }

    @Test
    void a_held_tier_at_risk_is_announced_by_its_date() {
        Rulebook rules = programme("warned", "expiry: { kind: never }", """
                { basis: netSpend, window: { kind: calendar, unit: year }, hold: { until: endOfNextPeriod }, %s }""".formatted(LEVELS));
        club.enrols(rules, "wanda", "2025-05-01T09:00");
        club.buys(rules, "wanda", "2025-05-01T10:00", 600_00);
        club.buys(rules, "wanda", "2026-05-01T10:00", 200_00);
        nights(rules, LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 5));
        assertEquals(List.of("tier.changed low high", "tier.atRisk low 2026-12-31 30000"), club.told("wanda"));
    }

    private void nights(Rulebook rules, LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) club.night(rules, day + "T00:05");
    }

    private String last(String name) {
        List<String> told = club.told(name);
        return told.get(told.size() - 1);
    }
}
