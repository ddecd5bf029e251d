package io.regulars.loyalty.programme.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.condition.Condition.Answer;
import io.regulars.loyalty.programme.condition.Vocabulary.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private static final Conditions CENTS = Conditions.inMinorDigits(2);

    @Test
    void a_condition_asks_about_the_basket() {
        assertTrue(ask("basket.total >= money('50.00') && basket.lines.exists(l, l.sku == 'x')", 3)
                .holds());
        assertTrue(
                ask("size(basket.lines.filter(l, 'hot' in l.labels)) == 3", 3).holds());
        assertTrue(ask("basket.lines.map(l, l.amount)[0] == 10", 3).holds());
    }

    @Test
    void money_is_in_the_currencys_own_minor_units() {
        assertTrue(Conditions.inMinorDigits(0)
                .read("money('50') == 50", Scope.PURCHASE)
                .ask(facts(1))
                .holds());
        assertTrue(Conditions.inMinorDigits(3)
                .read("money('-1.5') == -1500", Scope.PURCHASE)
                .ask(facts(1))
                .holds());
    }

    @Test
    void what_decided_is_said_in_words_with_what_was_found() {
        Answer answer = ask("basket.channel == 'store' && basket.total >= money('60.00') && 1 == 1", 1);
        assertFalse(answer.holds());
        assertEquals("basket.total >= money(\"60.00\") does not hold (basket.total is 5000)", answer.why());
    }

    @Test
    void the_last_part_is_what_decided_where_all_before_it_hold_or_cannot_be_answered() {
        String last = "basket.total >= money(\"60.00\") does not hold (basket.total is 5000)";
        assertEquals(
                last,
                ask("basket.channel == 'store' && basket.total >= money('60.00')", 1)
                        .why());
        assertEquals(
                last,
                ask("basket.lines[7].amount == 10 && basket.total >= money('60.00')", 1)
                        .why());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "basket.totl > 1",
                "basket.total == 'x'",
                "basket.total",
                "basket.total > 1.5",
                "nobody.total > 1",
                "line.amount > 1",
                "event.type == 'x'",
                "basket.total >",
                "matches(basket.store, '(a+)+')",
                "basket.store.matches('a')",
                "'a' + 'b' == 'ab'",
                "size([1] + [2]) == 2",
                "timestamp('2026-01-01T00:00:00Z') == timestamp('2026-01-01T00:00:00Z')",
                "duration('1h') == duration('1h')",
                "double(1) == 1.0",
                "int('7') == 7",
                "string(7) == '7'",
                "Line{sku: 'x'}.sku == 'x'",
                "money(basket.store) > 1",
                "money('9.999') > 1",
                "money('a lot') > 1"
            })
    void what_does_not_fit_or_is_not_allowed_is_refused_when_it_is_saved(String source) {
        assertThrows(RefusedCondition.class, () -> CENTS.read(source, Scope.PURCHASE));
    }

    @Test
    void a_list_in_a_list_is_allowed_and_one_deeper_is_not() {
        String two = "basket.lines.all(a, basket.lines.exists(b, a.amount == b.amount))";
        assertTrue(ask(two, 3).holds());
        String three =
                "basket.lines.all(a, basket.lines.all(b, basket.lines.all(c, a.amount + b.amount + c.amount > 0)))";
        assertThrows(RefusedCondition.class, () -> CENTS.read(three, Scope.PURCHASE));
        String inTheRange =
                "basket.lines.filter(a, basket.lines.filter(b, basket.lines.exists(c, c == b)) == []) == []";
        assertThrows(RefusedCondition.class, () -> CENTS.read(inTheRange, Scope.PURCHASE));
    }

    @Test
    void too_many_parts_and_too_long_a_text_are_refused() {
        String many = String.join(" || ", Collections.nCopies(500, "basket.total > 1"));
        assertThrows(RefusedCondition.class, () -> CENTS.read(many, Scope.PURCHASE));
        String deep = "(".repeat(200) + "true" + ")".repeat(200);
        assertThrows(RefusedCondition.class, () -> CENTS.read(deep, Scope.PURCHASE));
        String tooLong = "basket.store == '" + "x".repeat(Conditions.LONGEST_SOURCE) + "'";
        assertThrows(RefusedCondition.class, () -> CENTS.read(tooLong, Scope.PURCHASE));
    }

    @Test
    void what_takes_too_many_steps_does_not_hold_and_somebody_is_told() {
        String square = "basket.lines.all(a, basket.lines.all(b, a.amount + b.amount > 0))";
        assertTrue(ask(square, 90).holds());
        Answer beyond = ask(square, 120);
        assertFalse(beyond.holds());
        assertTrue(beyond.unanswerable());
        assertTrue(beyond.why().endsWith("it takes more than 10000 steps"), beyond::why);
        assertEquals(beyond, ask(square, 120));
    }

    @Test
    void what_cannot_be_answered_does_not_hold_and_never_fails_the_receipt() {
        assertTrue(ask("basket.lines[7].amount == 10", 1).unanswerable());
        assertTrue(ask("basket.total / (basket.total - 5000) == 1", 1).unanswerable());
        assertTrue(ask("basket.total * 9223372036854775807 > 1", 1).unanswerable());
        assertTrue(ask("member.attributes['shoeSize'] == '43'", 1).unanswerable());
        assertFalse(ask("'shoeSize' in member.attributes && member.attributes['shoeSize'] == '43'", 1)
                .unanswerable());
    }

    @Test
    void a_condition_on_a_line_does_not_see_the_other_lines() {
        CENTS.read("line.amount > 1 && basket.total > 1 && 'hot' in line.labels", Scope.LINE_OF_PURCHASE);
        String others = "basket.lines.exists(l, l.amount > line.amount)";
        assertThrows(RefusedCondition.class, () -> CENTS.read(others, Scope.LINE_OF_PURCHASE));
    }

    @Test
    void the_words_of_an_event_are_its_own() {
        Condition stars = CENTS.read("event.numbers['stars'] >= 4", Scope.EVENT_ONLY);
        assertTrue(stars.ask(Map.of("event", new Thing(Vocabulary.EVENT, Map.of("numbers", Map.of("stars", 5L)))))
                .holds());
    }

    private static Answer ask(String source, int lines) {
        return CENTS.read(source, Scope.PURCHASE).ask(facts(lines));
    }

    private static Map<String, ?> facts(int lines) {
        Thing line = new Thing(Vocabulary.LINE, Map.of("sku", "x", "amount", 10L, "labels", List.of("hot")));
        Map<String, Object> basket =
                Map.of("total", 5000L, "store", "S-1", "channel", "store", "lines", Collections.nCopies(lines, line));
        return Map.of(
                "basket",
                new Thing(Vocabulary.BASKET, basket),
                "member",
                new Thing(Vocabulary.MEMBER, Map.of("attributes", Map.of())));
    }
}
