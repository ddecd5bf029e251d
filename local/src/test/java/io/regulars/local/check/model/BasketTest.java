package io.regulars.local.check.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.history.History;
import io.regulars.local.check.model.Basket.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasketTest {
    @Test
    void the_largest_remainders_get_the_points_that_are_left_and_of_equal_ones_the_earlier() {
        assertArrayEquals(new long[] {10, 15}, Basket.largestRemainder(25, List.of(1_000L, 1_599L)));
        assertArrayEquals(new long[] {4, 3, 3}, Basket.largestRemainder(10, List.of(333L, 333L, 333L)));
        assertArrayEquals(new long[] {0, 1, 0}, Basket.largestRemainder(1, List.of(30L, 40L, 30L)));
        assertArrayEquals(new long[] {0, 0}, Basket.largestRemainder(3, List.of(0L, 0L)));
    }

    @Test
    void amounts_that_overflow_a_product_are_shared_exactly() {
        assertArrayEquals(
                new long[] {9_999_999_999L, 1},
                Basket.largestRemainder(10_000_000_000L, List.of(999_999_999_900L, 100L)));
    }

    @Test
    void a_receipt_is_worth_one_point_per_whole_unit_and_returned_lines_get_none() {
        List<Share> shares = Basket.shares(2_599, List.of(new Line(1, 7, 3_000), new Line(2, 8, -401)), History.TERMS);

        assertEquals(List.of(new Share(1, 7, 3_000, 25), new Share(2, 8, 0, 0)), shares);
    }

    @Test
    void where_nothing_was_paid_by_line_the_receipt_is_one_line() {
        assertEquals(List.of(new Share(0, 0, 1_250, 12)), Basket.shares(1_250, List.of(), History.TERMS));
        assertEquals(List.of(), Basket.shares(0, List.of(), History.TERMS));
    }
}
