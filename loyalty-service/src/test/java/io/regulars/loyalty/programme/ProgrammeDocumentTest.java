package io.regulars.loyalty.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeDocumentTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_built_in_document_is_a_promise_in_minor_units() {
        Programme dollars = Programmes.read(Currency.getInstance("USD"), BERLIN);
        assertEquals("regulars", dollars.id());
        assertEquals(100, dollars.onePointPer());
        assertEquals(List.of(0L, 500_00L, 2000_00L), thresholds(dollars));
    }

    @Test
    void money_without_and_with_three_minor_digits_is_understood() {
        assertEquals(1, Programmes.read(Currency.getInstance("JPY"), BERLIN).onePointPer());
        assertEquals(List.of(0L, 500L, 2000L), thresholds(Programmes.read(Currency.getInstance("JPY"), BERLIN)));
        assertEquals(1000, Programmes.read(Currency.getInstance("KWD"), BERLIN).onePointPer());
    }

    @Test
    void receipts_count_from_the_first_minute_of_the_day_where_the_club_is() {
        Programme programme = Programmes.read(Currency.getInstance("EUR"), BERLIN);
        assertEquals(
                Instant.parse("2026-06-30T22:00:00Z"), programme.countsFrom(Instant.parse("2026-07-01T21:59:59Z")));
        assertEquals(
                Instant.parse("2026-07-01T22:00:00Z"), programme.countsFrom(Instant.parse("2026-07-01T22:00:00Z")));
    }

    @Test
    void a_promise_that_cannot_be_kept_is_refused() throws IOException {
        assertRefused("rounding: floor", "rounding: ceiling", "ceiling");
        assertRefused("threshold: 500.00", "threshold: 5000.00", "gold");
        assertRefused("threshold: 0 }", "threshold: 1 }", "lowest tier");
        assertRefused("onePointPer: 1 ", "onePointPer: 0 ", "onePointPer");
        assertRefused("pointName:", "pointsName:", "pointName");
    }

    private static void assertRefused(String word, String instead, String named) throws IOException {
        String document = builtIn();
        assertTrue(document.contains(word), word);
        InputStream changed =
                new ByteArrayInputStream(document.replace(word, instead).getBytes(StandardCharsets.UTF_8));
        Exception refusal = assertThrows(
                Exception.class, () -> ProgrammeDocument.read(changed).in(Currency.getInstance("USD"), BERLIN));
        assertTrue(refusal.getMessage().contains(named), refusal::getMessage);
    }

    private static String builtIn() throws IOException {
        try (InputStream document = Programmes.class.getResourceAsStream(Programmes.DOCUMENT)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Long> thresholds(Programme programme) {
        return programme.tiers().stream().map(Programme.Tier::threshold).toList();
    }
}
