package io.regulars.loyalty.known;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Purchase.Kind;
import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.arithmetic.Shares;
import io.regulars.loyalty.earning.basket.BasketLine;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.programme.Cafe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What peers earn for the same baskets. */
class EarningAnswersTest {

    private static final Happening BASKET =
            basket(line(1, "123", 12_00, "red"), line(2, "000", 100_00, "blue"), line(3, Kind.DELIVERY, "0001", 40_00));
    private static final String ALL = "kinds: [sale, return, delivery]";
    private static final String FOUR = "- { id: four, gives: { points: 4, per: 1 }, lines: { " + ALL + " } }\n";

    @Test
    @KnownAnswer(row = 1, then = "608 points")
    void row_1_four_per_unit_with_delivery() {
        assertEquals(608, points(BASKET, programme(FOUR)));
    }

    @Test
    @KnownAnswer(row = 2, then = "560 points")
    void row_2_without_what_is_labelled_red() {
        String rule =
                "- { id: four, gives: { points: 4, per: 1 }, lines: { " + ALL + ", exclude: { labels: [red] } } }";
        assertEquals(560, points(BASKET, programme(rule)));
    }

    @Test
    @KnownAnswer(row = 3, then = "200 points")
    void row_3_a_flat_number_for_a_product() {
        String rule = "- { id: gift, gives: { fixed: 200 }, lines: { include: { skus: [\"000\"] } } }";
        assertEquals(200, points(BASKET, programme(rule)));
    }

    @Test
    @KnownAnswer(row = 4, then = "708 points")
    void row_4_a_flat_number_and_points_per_money_add_up() {
        String gift = "- { id: gift, gives: { fixed: 100 }, lines: { include: { skus: [\"123\"] } } }";
        assertEquals(708, points(BASKET, programme(FOUR + gift)));
    }

    @Test
    @KnownAnswer(row = 5, then = "704 points")
    void row_5_three_times_on_what_is_labelled_red() {
        String red = "- { id: red, gives: { multiply: 3 }, lines: { include: { labels: [red] } } }";
        assertEquals(704, points(BASKET, programme(FOUR + red)));
    }

    @Test
    @KnownAnswer(row = 6, then = "0 points")
    void row_6_nothing_below_a_minimum() {
        String rule = "- { id: four, gives: { points: 4, per: 1 }, when: \"basket.total >= money('300')\" }";
        assertEquals(0, points(BASKET, programme(rule)));
    }

    @Test
    @KnownAnswer(row = 7, then = "200 points")
    void row_7_signing_up() {
        Happening signUp = Happening.contact("signUp", BASKET.at(), Cafe.BERLIN, Map.of());
        assertEquals(200, points(signUp, programme("- { id: welcome, trigger: signUp, gives: { fixed: 200 } }")));
    }

    @Test
    @KnownAnswer(row = 8, then = "110 and 100")
    void row_8_money_with_and_without_delivery() {
        Happening basket = basket(line(1, Kind.DELIVERY, "123", 10_00), line(2, "345", 100_00));
        assertEquals(
                110_00,
                basket.basket().lines().stream().mapToLong(BasketLine::amount).sum());
        assertEquals(100, points(basket, programme("- { id: base, gives: { points: 1, per: 1 } }")));
    }

    @Test
    @KnownAnswer(row = 9, then = "10 points")
    void row_9_one_per_full_ten() {
        String rule = "- { id: base, gives: { points: 1, per: 10 } }";
        assertEquals(10, points(basket(line(1, "A", 105_00)), programme(rule)));
    }

    @Test
    @KnownAnswer(row = 10, then = "15 points in all")
    void row_10_a_base_of_five_three_times() {
        String rules = "- { id: base, gives: { points: 1, per: 1 } }\n- { id: more, gives: { multiply: 3 } }";
        assertEquals(15, points(basket(line(1, "A", 5_00)), programme(rules)));
    }

    @Test
    @KnownAnswer(row = 11, then = "0 promotion points")
    void row_11_no_promotion_without_base_points_as_a_policy() {
        String rules = "- { id: base, gives: { points: 1, per: 1 }, lines: { include: { skus: [B] } } }\n"
                + "- { id: more, gives: { multiply: 3 } }\n- { id: extra, gives: { fixed: 5 }, needsBase: true }";
        assertEquals(0, points(basket(line(1, "A", 5_00)), programme(rules)));
        assertEquals(5, points(basket(line(1, "A", 5_00)), programme(rules.replace(", needsBase: true", ""))));
    }

    @Test
    @KnownAnswer(row = 12, then = "2 points")
    void row_12_two_per_unit() {
        String rule = "- { id: base, gives: { points: 2, per: 1 } }";
        assertEquals(2, points(basket(line(1, "A", 1_00)), programme(rule)));
    }

    @Test
    @KnownAnswer(row = 45, then = "13, 1, 1")
    void row_45_what_is_left_goes_to_the_first_as_a_policy() {
        List<Fraction> parts = List.of(Fraction.of(4, 5), Fraction.of(2, 25), Fraction.of(3, 25));
        assertArrayEquals(new long[] {13, 1, 1}, Shares.firstOnes(15, parts));
        assertArrayEquals(new long[] {12, 1, 2}, Shares.of(15, parts));
        Happening basket = basket(line(1, "A", 80_00), line(2, "B", 8_00), line(3, "C", 12_00));
        String rule = "- { id: base, gives: { points: 15, per: 100 } }";
        assertEquals(
                List.of(13L, 1L, 1L),
                evaluate(basket, earning("rounding: { spread: first }", rule)).awards().stream()
                        .map(award -> award.actual())
                        .toList());
    }
}
