package io.regulars.loyalty.earning.evaluation;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Tender;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseRulesTest {

    @Test
    void one_per_full_ten_on_105_is_ten() {
        assertEquals(
                10, points(basket(line(1, "A", 105_00)), programme("- { id: base, gives: { points: 1, per: 10 } }")));
    }

    @Test
    void where_only_whole_steps_count_the_rest_brings_nothing() {
        String rule = "- { id: base, gives: { points: 5, per: 10, wholeStepsOnly: %s } }";
        Happening nineteen = basket(line(1, "A", 19_00));
        assertEquals(9, points(nineteen, programme(rule.formatted("false"))));
        assertEquals(5, points(nineteen, programme(rule.formatted("true"))));
        Happening twoLines = basket(line(1, "A", 9_00), line(2, "B", 1_00));
        assertEquals(5, points(twoLines, programme(rule.formatted("true"))));
        assertEquals(0, points(twoLines, earning("rounding: { scope: line }", rule.formatted("true"))));
    }

    @ParameterizedTest
    @CsvSource({
        "paid, included, 100", // 100 paid, of which 20 is tax; 125 before the discount
        "paid, excluded, 80",
        "list, included, 125",
        "list, excluded, 100"
    })
    void money_counts_before_or_after_discounts_with_or_without_tax(String price, String tax, long expected) {
        String rule = "- { id: base, gives: { points: 1, per: 1, price: %s, tax: %s%s } }";
        Happening basket = basket(discounted(1, "A", 125_00, 100_00, 20_00));
        assertEquals(expected, points(basket, programme(rule.formatted(price, tax, ""))));
    }

    @Test
    void tax_that_is_not_in_the_price_is_added_when_it_counts() {
        Happening basket = paid(NOON, 120_00, false, List.of(), discounted(1, "A", 100_00, 100_00, 20_00));
        String rule = "- { id: base, gives: { points: 1, per: 1, tax: %s } }";
        assertEquals(120, points(basket, programme(rule.formatted("included"))));
        assertEquals(100, points(basket, programme(rule.formatted("excluded"))));
    }

    @Test
    void what_was_paid_with_a_gift_card_or_points_does_not_earn() {
        List<Tender> tenders =
                List.of(new Tender("card", 60_00), new Tender("giftCard", 30_00), new Tender("points", 10_00));
        Happening basket = paid(NOON, 100_00, true, tenders, line(1, "A", 75_00), line(2, "B", 25_00));
        String rule = "- { id: base, gives: { points: 1, per: 1 }, lines: { withoutTenders: [giftCard, points] } }";
        Evaluation evaluation = evaluate(basket, programme(rule));
        assertEquals(
                List.of(45L, 15L),
                evaluation.awards().stream().map(Award::actual).toList());
    }

    @Test
    void a_gift_card_that_is_bought_a_deposit_a_fee_and_a_delivery_do_not_earn_unless_the_rule_says_so() {
        Happening basket = basket(
                line(1, "A", 10_00),
                line(2, Kind.GIFT_CARD, "G", 50_00),
                line(3, Kind.DEPOSIT, "D", 1_00),
                line(4, Kind.FEE, "F", 2_00),
                line(5, Kind.DELIVERY, "L", 4_00));
        assertEquals(10, points(basket, programme("- { id: base, gives: { points: 1, per: 1 } }")));
        String withFee = "- { id: base, gives: { points: 1, per: 1 }, lines: { kinds: [sale, fee] } }";
        assertEquals(12, points(basket, programme(withFee)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        include: { skus: [A] }                                    | 10
        include: { categories: [category of B] }                  | 20
        include: { brands: [brand of A, brand of B] }             | 30
        include: { labels: [hot, cold] }                          | 30
        exclude: { labels: [hot] }                                | 20
        exclude: { skus: [A], brands: [brand of B] }              | 0
        include: { labels: [hot, cold] }, exclude: { skus: [B] }  | 10
        include: { collections: [autumn] }                        | 0
        when: line.amount > money('10') && line.brand != ''       | 20
        """)
    void lines_are_chosen_by_what_they_are_called(String lines, long expected) {
        Happening basket = basket(line(1, "A", 10_00, "hot"), line(2, "B", 20_00, "cold"));
        String rule = "- id: base\n  gives: { points: 1, per: 1 }\n  lines: { " + lines.replace("when: ", "when: \"")
                + (lines.startsWith("when") ? "\"" : "") + " }";
        assertEquals(expected, points(basket, programme(rule)));
    }

    @Test
    void a_returned_line_lowers_what_the_others_earn_and_nothing_falls_below_zero() {
        ProgrammeVersion programme = programme("- { id: base, gives: { points: 1, per: 1 } }");
        assertEquals(10, points(basket(line(1, "A", 30_00), line(2, Kind.RETURN, "B", -20_00)), programme));
        assertEquals(0, points(basket(line(1, "A", 5_00), line(2, Kind.RETURN, "B", -20_00)), programme));
        assertEquals(0, points(basket(line(1, "A", 0)), programme));
    }

    @Test
    void a_fixed_number_comes_for_each_line_for_the_basket_or_for_the_visit() {
        String rule = "- { id: gift, gives: { fixed: 10, each: %s } }";
        Happening basket = basket(line(1, "A", 5_00), line(2, "B", 5_00));
        assertEquals(20, points(basket, programme(rule.formatted("line"))));
        assertEquals(10, points(basket, programme(rule.formatted("basket"))));
        ProgrammeVersion visit = programme(rule.formatted("visit"));
        assertEquals(10, points(basket, member(null, null, 3, 3, false), visit));
        assertEquals(0, points(basket, member(null, null, 4, 4, true), visit));
    }

    @Test
    void a_fixed_number_for_some_lines_lies_on_those_lines() {
        String rule = "- { id: gift, gives: { fixed: 10 }, lines: { include: { labels: [hot] } } }";
        Happening basket = basket(line(1, "A", 1_00, "hot"), line(2, "B", 5_00), line(3, "C", 4_00, "hot"));
        assertEquals(
                List.of("1:2", "3:8"),
                evaluate(basket, programme(rule)).awards().stream()
                        .map(a -> a.line() + ":" + a.actual())
                        .toList());
        Happening given = basket(line(1, "A", 0, "hot"));
        assertEquals(10, points(given, programme(rule)));
        Happening broughtBack = basket(line(1, Kind.RETURN, "A", -1_00, "hot"));
        assertEquals(0, points(broughtBack, programme(rule)));
    }
}
