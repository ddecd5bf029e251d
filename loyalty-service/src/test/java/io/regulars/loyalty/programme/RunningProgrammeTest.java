package io.regulars.loyalty.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.text.UnacceptableDocument;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningProgrammeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_built_in_document_is_a_promise_in_minor_units() {
        Programme dollars = Programmes.read(Currency.getInstance("USD"), BERLIN);
        assertEquals(
                new Programme(
                        "regulars",
                        1,
                        "point",
                        "base",
                        100,
                        Period.ofMonths(12),
                        List.of(
                                new Programme.Tier("bronze", 0),
                                new Programme.Tier("silver", 500_00),
                                new Programme.Tier("gold", 2000_00)),
                        BERLIN,
                        "USD"),
                dollars);
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
    void a_promise_that_cannot_be_kept_is_refused() {
        assertRefused("threshold: 500.00", "threshold: 5000.00", "/tiers/levels/2/threshold", "gold");
        assertRefused("threshold: 0 }", "threshold: 1 }", "/tiers/levels/0/threshold", "lowest tier");
        assertRefused("per: 1,", "per: 0,", "/earning/rules/0/gives/per", "more than 0");
        assertRefused("wallets:", "walets:", "/walets", "walets");
    }

    @Test
    void a_promise_that_the_assessment_does_not_keep_yet_is_refused() {
        assertRefused("mode: floor", "mode: ceiling", "/earning/rounding/mode", "does not keep");
        assertRefused("points: 1, per", "points: 2, per", "/earning/rules/0/gives/points", "does not keep");
        assertRefused("of: receipt", "of: lines", "/earning/rules/0/gives/of", "does not keep");
        assertRefused("downgrade: full", "downgrade: never", "/tiers/downgrade", "does not keep");
        assertRefused("startOfBusinessDay", "enrolment", "/membership/countsFrom", "does not keep");
        assertRefused(
                "threshold: 500.00", "threshold: 500.00, multiply: 2", "/tiers/levels/1/multiply", "does not keep");
    }

    private static void assertRefused(String word, String instead, String pointer, String says) {
        String document = Programmes.builtIn();
        assertTrue(document.contains(word), word);
        UnacceptableDocument refusal = assertThrows(
                UnacceptableDocument.class,
                () -> Programmes.read(document.replace(word, instead), Currency.getInstance("USD"), BERLIN));
        assertEquals(pointer, refusal.faults().get(0).pointer(), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(says), refusal::getMessage);
    }

    private static List<Long> thresholds(Programme programme) {
        return programme.tiers().stream().map(Programme.Tier::threshold).toList();
    }
}
