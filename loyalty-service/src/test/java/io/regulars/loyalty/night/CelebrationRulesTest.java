package io.regulars.loyalty.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.Rulebook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CelebrationRulesTest {

    private static final Rulebook RULES = Rulebook.of(Cafe.version("""
            format: 1
            id: cafe
            earning:
              rules:
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: cake, trigger: birthday, gives: { fixed: 100 } }
            """));

    @Test
    void whoever_was_born_on_29_february_has_it_on_the_28th_in_other_years() {
        assertEquals(List.of(228), celebrated("2028-02-28"));
        assertEquals(List.of(229), celebrated("2028-02-29"));
        assertEquals(List.of(228, 229), celebrated("2026-02-28"));
        assertEquals(List.of(301), celebrated("2026-03-01"));
    }

    @Test
    void the_days_beside_it_are_found_also_where_months_and_years_end() {
        assertEquals(List.of(101, 102, 1231), List.of(CelebrationRules.around(LocalDate.parse("2027-01-01"))));
        assertEquals(List.of(227, 228, 229, 301), List.of(CelebrationRules.around(LocalDate.parse("2026-02-28"))));
    }

    @Test
    void each_day_since_the_last_night_has_its_part_and_only_where_there_is_a_rule() {
        assertEquals(List.of("BIRTHDAYS 2026-03-11", "BIRTHDAYS 2026-03-12"), parts("2026-03-12", "2026-03-10"));
        assertEquals(List.of("BIRTHDAYS 2026-03-12"), parts("2026-03-12", null));
        assertEquals(List.of(), parts("2026-03-12", "2026-03-12"));
    }

    private static List<String> parts(String day, String previous) {
        LocalDate date = LocalDate.parse(day);
        LocalDate before = previous == null ? null : LocalDate.parse(previous);
        Night night = new Night("cafe", date, date.atTime(0, 5).toInstant(ZoneOffset.UTC), before, null, null);
        return CelebrationRules.parts(night, RULES).stream()
                .map(each -> each.step() + " " + each.from())
                .toList();
    }

    private static List<Integer> celebrated(String day) {
        return List.of(CelebrationRules.celebratedOn(LocalDate.parse(day)));
    }
}
