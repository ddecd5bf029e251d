package io.regulars.loyalty.arithmetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is whole is shared out to the last one. */
class SharesTest {

    @Test
    void who_lost_most_by_rounding_down_gets_the_odd_ones() {
        assertArrayEquals(new long[] {1, 2, 3}, Shares.of(6, weights(10, 15, 25))); // 1.2, 1.8, 3.0
        assertArrayEquals(new long[] {3, 3, 1}, Shares.of(7, weights(11, 12, 3))); // 2.96, 3.23, 0.81
        assertArrayEquals(new long[] {1, 1, 0}, Shares.of(2, weights(1, 1, 1)));
    }

    @Test
    void or_the_first_ones_get_them_one_each() {
        assertArrayEquals(new long[] {2, 1, 3}, Shares.firstOnes(6, weights(10, 15, 25)));
        assertArrayEquals(new long[] {0, 1, 1, 0}, Shares.firstOnes(2, weights(0, 1, 1, 1)));
    }

    @Test
    void who_has_no_weight_gets_nothing_and_without_any_weight_nobody_does() {
        assertArrayEquals(new long[] {0, 1, 0, 0}, Shares.of(1, weights(0, 1, 1, 1)));
        assertArrayEquals(new long[] {0, 0}, Shares.of(7, weights(0, 0)));
        assertArrayEquals(new long[] {0, 0}, Shares.of(0, weights(3, 4)));
        assertArrayEquals(new long[0], Shares.of(7, List.of()));
    }

    private static List<Fraction> weights(long... numbers) {
        return Arrays.stream(numbers).mapToObj(Fraction::of).toList();
    }
}
