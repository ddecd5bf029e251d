package io.regulars.loyalty.earning.evaluation;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.arithmetic.Shares;
import io.regulars.loyalty.earning.basket.Happening;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    private static final String ONE_PER_UNIT = "- { id: base, gives: { points: 1, per: 1 } }";
    private static final Happening THREE = basket(line(1, "A", 10_50), line(2, "B", 10_50), line(3, "C", 10_50));

    @ParameterizedTest
    @CsvSource({
        "receipt, floor, 31",
        "receipt, halfUp, 32",
        "receipt, ceiling, 32",
        "line, floor, 30",
        "line, halfUp, 33",
        "line, ceiling, 33"
    })
    void three_lines_of_10_50(String scope, String mode, long expected) {
        String rounding = "rounding: { scope: " + scope + ", mode: " + mode + " }";
        assertEquals(expected, points(THREE, earning(rounding, ONE_PER_UNIT)));
    }

    @Test
    void what_is_rounded_on_the_receipt_is_spread_over_its_lines_the_earlier_one_getting_the_odd_point() {
        String rounding = "rounding: { mode: halfUp }";
        assertEquals(
                List.of(11L, 11L, 10L),
                evaluate(THREE, earning(rounding, ONE_PER_UNIT)).awards().stream()
                        .map(Award::actual)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"floor, 7", "halfUp, 8", "ceiling, 8"})
    void base_five_at_one_and_a_half(String mode, long expected) {
        String rules = ONE_PER_UNIT + "\n- { id: more, gives: { multiply: 1.5 } }";
        assertEquals(expected, points(basket(line(1, "A", 5_00)), earning("rounding: { mode: " + mode + " }", rules)));
    }

    @Test
    void only_the_end_is_rounded() {
        String rules = ONE_PER_UNIT + "\n- { id: twice, gives: { multiply: 2 } }";
        assertEquals(25, points(basket(line(1, "A", 12_99)), programme(rules)));
    }

    @Test
    void a_multiplier_of_a_tenth_is_exact() {
        String rules = "- { id: base, gives: { points: 1, per: 0.01 } }\n- { id: more, gives: { multiply: 1.1 } }";
        assertEquals(33, points(basket(line(1, "A", 30)), programme(rules)));
        assertEquals(3_300_000_000_000L, points(basket(line(1, "A", 3_000_000_000_000L)), programme(rules)));
    }

    @Test
    void shares_add_up_to_the_whole() {
        List<Fraction> weights = List.of(Fraction.of(4, 5), Fraction.of(2, 25), Fraction.of(3, 25));
        assertEquals(15, Arrays.stream(Shares.of(15, weights)).sum());
        assertEquals(
                List.of(0L, 0L),
                Arrays.stream(Shares.of(7, List.of(Fraction.ZERO, Fraction.ZERO)))
                        .boxed()
                        .toList());
    }
}
