package io.regulars.loyalty.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.rule.Gift;
import io.regulars.loyalty.programme.rule.Rule;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.programme.text.UnacceptableDocument;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompileProgrammeTest {

    private static final ProgrammeVersion CAFE = Cafe.version();

    @Test
    void rules_stand_by_priority_and_then_as_they_were_written() {
        List<String> ids = CAFE.rules().stream().map(Rule::id).toList();
        assertEquals(List.of("red-days", "base", "stars"), ids.subList(0, 3));
    }

    @Test
    void money_is_in_minor_units_and_factors_are_exact() {
        assertEquals(100, ((Gift.PerMoney) CAFE.rule("base").orElseThrow().gift()).per());
        assertEquals(
                List.of(0L, 300L, 1000L),
                CAFE.levels().stream().map(Level::threshold).toList());
        assertEquals(Fraction.of(3, 2), CAFE.level("friend").orElseThrow().factor());
    }

    @Test
    void the_documents_own_zone_and_currency_win_over_the_installations() {
        ProgrammeVersion version =
                CompileProgramme.from(Cafe.document(), 1, Currency.getInstance("USD"), ZoneOffset.UTC);
        assertEquals("EUR", version.currency().getCurrencyCode());
        assertEquals(Cafe.BERLIN, version.zone());
    }

    @Test
    void a_rule_without_a_wallet_gives_into_the_first() {
        assertEquals("beans", CAFE.rule("base").orElseThrow().wallet());
    }

    @Test
    void expiry_is_the_rules_own_then_the_tiers_then_the_wallets() {
        Rule tenth = CAFE.rule("tenth-visit").orElseThrow();
        Rule base = CAFE.rule("base").orElseThrow();
        assertEquals("P1M", CAFE.expiryOf(tenth, "family").after().toString());
        assertEquals(ExpiryPolicy.Kind.NEVER, CAFE.expiryOf(base, "family").kind());
        assertEquals("P12M", CAFE.expiryOf(base, "guest").after().toString());
    }

    @Test
    void pending_is_the_rules_own_and_then_the_wallets() {
        assertEquals(
                PendingPolicy.Kind.EVENT,
                CAFE.pendingOf(CAFE.rule("big-basket").orElseThrow()).kind());
        assertEquals(
                PendingPolicy.Kind.AFTER,
                CAFE.pendingOf(CAFE.rule("base").orElseThrow()).kind());
    }

    @Test
    void money_with_parts_that_the_currency_does_not_have_is_refused() {
        UnacceptableDocument refused = assertThrows(
                UnacceptableDocument.class,
                () -> Cafe.version(Cafe.changed("points: 4, per: 1.00", "points: 4, per: 0.005")));
        assertEquals("/earning/rules/0/gives/per", refused.faults().get(0).pointer());
    }

    @Test
    void a_condition_that_does_not_fit_its_words_is_refused_with_its_place() {
        UnacceptableDocument refused = assertThrows(
                UnacceptableDocument.class, () -> Cafe.version(Cafe.changed("basket.total >=", "basket.totl >=")));
        assertEquals("/earning/rules/5/when", refused.faults().get(0).pointer());
        assertTrue(refused.getMessage().contains("totl"), refused::getMessage);
    }

    @Test
    void a_category_that_nobody_sells_is_refused_once_it_is_known_what_is_sold() {
        var sold = new io.regulars.loyalty.programme.check.Catalogue(
                null, java.util.Set.of("coffee"), null, null, null, java.util.Set.of("S-001"));
        UnacceptableDocument refused = assertThrows(
                UnacceptableDocument.class,
                () -> CompileProgramme.from(DocumentText.read(Cafe.text()), 1, Cafe.EURO, Cafe.BERLIN, sold));
        assertEquals(1, refused.faults().size());
        assertEquals(
                "/earning/rules/0/lines/exclude/categories/0",
                refused.faults().get(0).pointer());
    }

    @Test
    void periods_of_the_calendar_begin_where_they_should() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertEquals(LocalDate.of(2026, 11, 16), Cadence.WEEK.startOf(day, java.time.DayOfWeek.MONDAY));
        assertEquals(LocalDate.of(2026, 11, 22), Cadence.WEEK.startOf(day, java.time.DayOfWeek.SUNDAY));
        assertEquals(LocalDate.of(2026, 10, 1), Cadence.QUARTER.startOf(day, java.time.DayOfWeek.MONDAY));
        assertEquals(LocalDate.of(2026, 7, 1), Cadence.HALF.startOf(day, java.time.DayOfWeek.MONDAY));
        assertEquals(LocalDate.of(2027, 1, 1), Cadence.HALF.nextAfter(day, java.time.DayOfWeek.MONDAY));
    }
}
