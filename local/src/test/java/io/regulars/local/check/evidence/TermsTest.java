package io.regulars.local.check.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.check.reading.ProgrammeReader;
import io.regulars.local.process.ProjectRoot;
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
        assertEquals(Micros.of("2025-06-01T22:30:00Z"), terms.windowStart(enrolled));
    }

    @Test
    void other_currencies_and_what_is_below_zero_are_worth_nothing() {
        assertEquals(0, terms.counted(1_000, "USD"));
        assertEquals(1_000, terms.counted(1_000, null));
        assertEquals(0, terms.points(-500));
        assertEquals(9, terms.points(999));
    }
}
