package io.regulars.local.check.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.check.programme.ProgrammeReader;
import io.regulars.local.process.ProjectRoot;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Terms terms = new ProgrammeReader("EUR", "Europe/Vienna")
            .read(ProjectRoot.find().resolve("loyalty-service/src/main/resources/programme/default.yaml"));

    @Test
    void the_programme_is_read_in_minor_units() {
        assertEquals("regulars", terms.programme());
        assertEquals(100, terms.onePointPer());
        assertEquals("bronze", terms.level(-5));
        assertEquals("bronze", terms.level(49_999));
        assertEquals("silver", terms.level(50_000));
        assertEquals("gold", terms.level(200_000));
    }

    @Test
    void a_business_day_begins_where_the_programme_is() {
        long enrolled = Micros.of("2026-06-01T22:30:00Z");
        assertEquals(Micros.of("2026-06-01T22:00:00Z"), terms.countsFrom(enrolled));
    }

    @Test
    void twelve_months_up_to_a_day_begin_the_day_after_it_a_year_ago() {
        assertEquals(LocalDate.parse("2026-06-02"), terms.day(Micros.of("2026-06-01T22:00:00Z")));
        assertEquals(LocalDate.parse("2026-06-01"), terms.day(Micros.of("2026-06-01T21:59:59Z")));
        assertEquals(LocalDate.parse("2025-03-11"), terms.windowFirst(LocalDate.parse("2026-03-10")));
        assertEquals(LocalDate.parse("2023-03-01"), terms.windowFirst(LocalDate.parse("2024-02-29")));
    }

    @Test
    void other_currencies_and_what_is_below_zero_are_worth_nothing() {
        assertEquals(0, terms.counted(1_000, "USD"));
        assertEquals(1_000, terms.counted(1_000, null));
        assertEquals(0, terms.points(-500));
        assertEquals(9, terms.points(999));
    }
}
