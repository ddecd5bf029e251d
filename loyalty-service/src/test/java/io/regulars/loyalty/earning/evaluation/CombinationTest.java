package io.regulars.loyalty.earning.evaluation;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Purchase.Kind;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Base rules add up, multipliers multiply, fixed numbers stay: the basket of 12 (red), 100 (blue) and 40 delivery. */
class CombinationTest {

    static final Happening BASKET =
            basket(line(1, "123", 12_00, "red"), line(2, "000", 100_00, "blue"), line(3, Kind.DELIVERY, "0001", 40_00));
    static final String WITH_DELIVERY = "lines: { kinds: [sale, return, delivery] }";

    @Test
    void four_per_unit_bring_608() {
        assertEquals(
                608, points(BASKET, programme("- { id: base, gives: { points: 4, per: 1 }, " + WITH_DELIVERY + " }")));
    }

    @Test
    void four_and_ten_per_unit_times_three_on_red_times_five_on_blue_and_200_for_one_sku_bring_8264() {
        ProgrammeVersion programme = programme("""
                - { id: four, gives: { points: 4, per: 1 }, lines: { kinds: [sale, return, delivery] } }
                - { id: ten, gives: { points: 10, per: 1 }, lines: { kinds: [sale, return, delivery] } }
                - { id: red, gives: { multiply: 3 }, lines: { include: { labels: [red] } } }
                - { id: blue, gives: { multiply: 5 }, lines: { include: { labels: [blue] } } }
                - { id: gift, gives: { fixed: 200 }, lines: { include: { skus: ["000"] } } }
                """);
        Evaluation evaluation = evaluate(BASKET, programme);
        assertEquals(8264, evaluation.points("points"));
        assertEquals(12 * 14 * 3, byLine(evaluation, 1));
        assertEquals(100 * 14 * 5 + 200, byLine(evaluation, 2));
        assertEquals(40 * 14, byLine(evaluation, 3));
        assertEquals(12 * 14 * 2, byRule(evaluation, "red"));
        assertEquals(100 * 14 * 4, byRule(evaluation, "blue"));
    }

    @Test
    void multipliers_of_rules_and_tier_on_a_line_multiply_together() {
        ProgrammeVersion programme = document("""
                tiers:
                  basis: netSpend
                  window: { kind: ever }
                  levels: [{ id: low, threshold: 0 }, { id: high, threshold: 10, multiply: 1.5 }]
                """, "", """
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: twice, gives: { multiply: 2 } }
                - { id: gift, gives: { fixed: 7 } }
                """);
        Evaluation high = evaluate(basket(line(1, "A", 10_00)), member("high", null, 0, 0, false), programme);
        assertEquals(10 * 2 * 3 / 2 + 7, high.points("points"));
        assertEquals(
                List.of(10L, 10L, 7L, 10L),
                high.awards().stream().map(Award::actual).toList());
        assertEquals("tier:high", high.awards().get(3).rule());
        assertEquals(10 * 2 + 7, points(basket(line(1, "A", 10_00)), member("low", null, 0, 0, false), programme));
    }

    @Test
    void fixed_numbers_are_never_multiplied_and_need_no_base_unless_they_say_so() {
        String gift = "- { id: gift, gives: { fixed: 50 }%s }\n- { id: red, gives: { multiply: 9 } }\n"
                + "- { id: base, gives: { points: 1, per: 1 }, lines: { include: { labels: [red] } } }";
        assertEquals(50, points(basket(line(1, "A", 10_00)), programme(gift.formatted(""))));
        ProgrammeVersion needy = programme(gift.formatted(", needsBase: true"));
        assertEquals(0, points(basket(line(1, "A", 10_00)), needy));
        assertEquals("no: no base rule gave anything", why(evaluate(basket(line(1, "A", 10_00)), needy), "gift"));
        assertEquals(1 * 9 + 50, points(basket(line(1, "A", 1_00, "red")), needy));
    }

    @Test
    void of_a_group_the_first_by_priority_applies_or_the_best() {
        String rules = """
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: twice, gives: { multiply: 2 }, group: only }
                - { id: gift, gives: { fixed: 30 }, group: only }
                - { id: half-more, gives: { multiply: 1.5 }, group: only, priority: 5 }
                """;
        Happening twenty = basket(line(1, "A", 20_00));
        Evaluation first = evaluate(twenty, earning("groups: [{ id: only }]", rules));
        assertEquals(30, first.points("points"));
        assertEquals("no: of its group half-more applies", why(first, "gift"));
        ProgrammeVersion best = earning("groups: [{ id: only, choose: best }]", rules);
        assertEquals(20 + 30, points(twenty, best));
        assertEquals(40 + 40, points(basket(line(1, "A", 40_00)), best));
    }

    @Test
    void a_rule_that_stops_leaves_nothing_to_those_after_it() {
        String rules = """
                - { id: base, gives: { points: 1, per: 1 }, priority: 1 }
                - { id: last, gives: { fixed: 5 } }
                - { id: sale, gives: { fixed: 3 }, stop: true, when: basket.total >= money('20') }
                - { id: after, gives: { fixed: 100 } }
                """;
        assertEquals(10 + 5 + 100, points(basket(line(1, "A", 10_00)), programme(rules)));
        Evaluation stopped = evaluate(basket(line(1, "A", 20_00)), programme(rules));
        assertEquals(20 + 5 + 3, stopped.points("points"));
        assertEquals("no: sale applies and stops what comes after it", why(stopped, "after"));
    }

    @Test
    void two_kinds_of_points_do_not_touch_each_other() {
        ProgrammeVersion programme = document("wallets: [{ id: points }, { id: stars, spendable: false }]", "", """
                - { id: base, gives: { points: 2, per: 1 } }
                - { id: stars, wallet: stars, gives: { points: 1, per: 1 } }
                - { id: twice, gives: { multiply: 2 } }
                """);
        Evaluation evaluation = evaluate(basket(line(1, "A", 10_00)), programme);
        assertEquals(40, evaluation.points("points"));
        assertEquals(10, evaluation.points("stars"));
    }

    static long byLine(Evaluation evaluation, int line) {
        return evaluation.awards().stream()
                .filter(award -> award.line() == line)
                .mapToLong(Award::actual)
                .sum();
    }

    static long byRule(Evaluation evaluation, String rule) {
        return evaluation.awards().stream()
                .filter(award -> award.rule().equals(rule))
                .mapToLong(Award::actual)
                .sum();
    }
}
