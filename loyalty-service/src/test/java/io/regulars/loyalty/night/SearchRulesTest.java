package io.regulars.loyalty.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.Rulebook;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a night looks for, and that nothing falls between two nights. */
class SearchRulesTest {

    private static final String PLAIN = """
            format: 1
            id: club
            earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
            """;

    @Test
    void a_night_after_a_night_looks_for_what_is_new_since() {
        String wallets = "wallets: [{ id: beans, reminders: [P30D, P1M] }]\n";
        assertEquals(
                List.of(
                        "POINTS",
                        "TIERS 0001-01-02 to 2026-03-11",
                        "WINDOWS 2025-03-10 to 2025-03-11 above bronze",
                        "REMINDERS of beans 2026-04-09 to 2026-04-10",
                        "REMINDERS of beans 2026-04-10 to 2026-04-14",
                        "RISKS_BY_DATE 2026-04-09 to 2026-04-10",
                        "RISKS_BY_WINDOW 2025-04-09 to 2025-04-10 above bronze",
                        "RISKS_BY_CHANGE"),
                parts(wallets + tiers("kind: rolling, length: P12M"), "2026-03-09"));
    }

    @Test
    void a_night_that_makes_up_for_others_looks_for_all_that_was_missed() {
        String wallets = "wallets: [{ id: beans, reminders: [P7D] }]\n";
        assertEquals(
                List.of(
                        "POINTS",
                        "TIERS 0001-01-02 to 2026-03-11",
                        "WINDOWS 2025-01-02 to 2025-03-11 above bronze",
                        "REMINDERS of beans 2026-01-09 to 2026-03-18",
                        "RISKS_BY_DATE 2026-03-11 to 2026-04-10",
                        "RISKS_BY_WINDOW 2025-03-11 to 2025-04-10 above bronze",
                        "RISKS_BY_CHANGE"),
                parts(wallets + tiers("kind: rolling, length: P12M"), "2026-01-01"));
    }

    @Test
    void the_first_night_goes_through_all_there_ever_was_bit_by_bit() {
        String wallets = "wallets: [{ id: beans, reminders: [P7D] }]\n";
        List<String> parts = parts(wallets + tiers("kind: rolling, length: P12M"), null);
        List<String> windows =
                parts.stream().filter(each -> each.startsWith("WINDOWS")).toList();
        assertEquals("WINDOWS 0001-01-02 to 2020-03-11 above bronze", windows.get(0));
        assertEquals("WINDOWS 2020-03-11 to 2020-06-11 above bronze", windows.get(1));
        assertEquals("WINDOWS 2024-12-11 to 2025-03-11 above bronze", windows.get(20));
        assertEquals(21, windows.size());
        assertTrue(parts.contains("REMINDERS of beans 2026-03-17 to 2026-03-18"));
        assertTrue(parts.contains("RISKS_BY_DATE 2026-03-11 to 2026-04-10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P30D", "P1M", "P1Y", "P1M10D", "P3M20D", "P1M40D"})
    void whatever_is_to_be_announced_on_a_day_is_looked_for_in_its_night(String ahead) {
        Period period = Period.parse(ahead);
        Rulebook rules = Rulebook.of(Cafe.version(PLAIN + "wallets: [{ id: beans, reminders: [" + ahead + "] }]\n"));
        for (LocalDate gone = LocalDate.of(2027, 1, 1); gone.getYear() < 2031; gone = gone.plusDays(1)) {
            LocalDate day = gone.minus(period);
            Search search = SearchRules.of(night(day, day.minusDays(1)), rules).get(1);
            assertFalse(gone.isBefore(search.from()), ahead + " before " + gone);
            assertTrue(gone.isBefore(search.before()), ahead + " before " + gone);
        }
    }

    @Test
    void no_window_rolls_by_the_calendar_and_without_tiers_nobody_rises_or_falls() {
        String none = "wallets: [{ id: beans, reminders: [] }]\n";
        assertEquals(
                List.of(
                        "POINTS",
                        "TIERS 0001-01-02 to 2026-03-11",
                        "RISKS_BY_DATE 2026-04-09 to 2026-04-10",
                        "RISKS_BY_CHANGE"),
                parts(none + tiers("kind: calendar, unit: year"), "2026-03-09"));
        assertEquals(List.of("POINTS"), parts(none, "2026-03-09"));
    }

    private static String tiers(String window) {
        return "tiers:\n  basis: points\n  window: { " + window + " }\n"
                + "  levels: [{ id: bronze, threshold: 0 }, { id: silver, threshold: 500 }]\n";
    }

    private static List<String> parts(String promises, String previous) {
        LocalDate day = LocalDate.of(2026, 3, 10);
        LocalDate before = previous == null ? null : LocalDate.parse(previous);
        Rulebook rules = Rulebook.of(Cafe.version(PLAIN + promises));
        return SearchRules.of(night(day, before), rules).stream()
                .map(SearchRulesTest::told)
                .toList();
    }

    private static Night night(LocalDate day, LocalDate before) {
        return new Night("club", day, day.atTime(0, 5).toInstant(ZoneOffset.UTC), before, null, null);
    }

    private static String told(Search search) {
        return search.step()
                + (search.wallet() == null ? "" : " of " + search.wallet())
                + (search.from() == null ? "" : " " + search.from() + " to " + search.before())
                + (search.lowest() == null ? "" : " above " + search.lowest());
    }
}
