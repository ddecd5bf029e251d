package io.regulars.loyalty.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.Rulebook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        Night night = new Night("club", day, day.atTime(0, 5).toInstant(ZoneOffset.UTC), before, null, null);
        Rulebook rules = Rulebook.of(Cafe.version(PLAIN + promises));
        return SearchRules.of(night, rules).stream().map(SearchRulesTest::told).toList();
    }

    private static String told(Search search) {
        return search.step()
                + (search.wallet() == null ? "" : " of " + search.wallet())
                + (search.from() == null ? "" : " " + search.from() + " to " + search.before())
                + (search.lowest() == null ? "" : " above " + search.lowest());
    }
}
