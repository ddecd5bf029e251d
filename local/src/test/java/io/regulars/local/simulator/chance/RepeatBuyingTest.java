package io.regulars.local.simulator.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatBuyingTest {
    private static final int SHOPPERS = 40_000;

    @Test
    void shoppers_buy_as_often_as_the_model_expects() {
        for (double weeks : List.of(10.0, 39.0, 52.0)) {
            Chance chance = new Chance(3);
            long repeats = 0;
            for (int i = 0; i < SHOPPERS; i++)
                repeats += RepeatBuying.repeats(chance, weeks).size();

            assertEquals(expected(weeks), (double) repeats / SHOPPERS, 0.04 * expected(weeks));
        }
    }

    @Test
    void purchases_follow_each_other_within_the_time_given() {
        Chance chance = new Chance(4);
        for (int i = 0; i < 1_000; i++) {
            List<Double> repeats = RepeatBuying.repeats(chance, 52);
            for (int k = 0; k < repeats.size(); k++) {
                assertTrue(repeats.get(k) < 52 && repeats.get(k) >= (k == 0 ? 0 : repeats.get(k - 1)));
            }
        }
    }

    /** Equation 9 of the paper: the expected number of repeat purchases of a shopper picked at random. */
    private static double expected(double t) {
        double r = RepeatBuying.R;
        double alpha = RepeatBuying.ALPHA;
        double a = RepeatBuying.A;
        double b = RepeatBuying.B;
        double series = hypergeometric(r, b, a + b - 1, t / (alpha + t));
        return (a + b - 1) / (a - 1) * (1 - Math.pow(alpha / (alpha + t), r) * series);
    }

    private static double hypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < 5_000; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }
}
