package io.regulars.loyalty.refund.takeback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.programme.document.RefundPolicy.TakenFrom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receipts on which little or nothing was paid for, and goods that are told by their sku alone. */
class FreeLinesTest {

    private static final Award VISIT = award(0, 7);

    @Test
    void of_gifts_alone_each_takes_its_own_and_the_last_one_what_belongs_to_none() {
        List<SoldLine> gifts = List.of(new SoldLine(1, "TEA", 0), new SoldLine(2, "CUP", 0));
        List<Award> awards = List.of(award(1, 5), award(2, 3), VISIT);
        BroughtBack tea = new BroughtBack(1, "TEA", 0);
        BroughtBack cup = new BroughtBack(null, "CUP", 0);
        assertArrayEquals(new long[] {5, 0, 0}, taken(gifts, awards, tea));
        assertArrayEquals(new long[] {0, 3, 0}, taken(gifts, awards, cup));
        assertArrayEquals(new long[] {5, 3, 7}, taken(gifts, awards, tea, cup));
        assertArrayEquals(new long[] {0, 0, 0}, taken(gifts, awards));
    }

    @Test
    void what_is_told_by_its_sku_fills_the_lines_of_that_sku_one_after_the_other() {
        List<SoldLine> twoOfOne =
                List.of(new SoldLine(1, "A", 10_00), new SoldLine(2, "B", 10_00), new SoldLine(3, "A", 10_00));
        List<Award> awards = List.of(award(1, 10), award(2, 10), award(3, 10));
        assertArrayEquals(new long[] {10, 0, 5}, taken(twoOfOne, awards, new BroughtBack(null, "A", 15_00)));
        assertArrayEquals(new long[] {10, 0, 10}, taken(twoOfOne, awards, new BroughtBack(null, "A", 99_00)));
        BroughtBack third = new BroughtBack(3, "A", 8_00);
        assertArrayEquals(new long[] {7, 0, 8}, taken(twoOfOne, awards, new BroughtBack(null, "A", 7_00), third));
        assertArrayEquals(new long[] {0, 0, 0}, taken(twoOfOne, awards, new BroughtBack(null, null, 5_00)));
        assertArrayEquals(new long[] {0, 0, 0}, taken(twoOfOne, awards, new BroughtBack(1, "A", -5_00)));
    }

    @Test
    void a_gift_beside_what_was_told_by_its_total_goes_back_with_all_of_it() {
        List<SoldLine> byTotal = List.of(new SoldLine(1, "TEA", 0), new SoldLine(0, null, 25_99));
        List<Award> awards = List.of(award(0, 25), award(1, 5));
        BroughtBack half = new BroughtBack(null, "A", 13_00);
        assertArrayEquals(new long[] {12, 0}, taken(byTotal, awards, half));
        assertArrayEquals(new long[] {25, 5}, taken(byTotal, awards, half, half));
    }

    @Test
    void a_receipt_on_which_nothing_was_sold_comes_back_as_a_whole_or_not_at_all() {
        assertArrayEquals(new long[] {0}, taken(List.of(), List.of(VISIT)));
        assertArrayEquals(new long[] {0}, taken(List.of(), List.of(VISIT), new BroughtBack(1, "A", 5_00)));
        assertArrayEquals(new long[] {7}, taken(List.of(), List.of(VISIT), BroughtBack.WHOLE));
    }

    private static long[] taken(List<SoldLine> sold, List<Award> awards, BroughtBack... back) {
        return TakeBackRules.taken(sold, awards, List.of(back), TakenFrom.LINE);
    }

    private static Award award(int line, long points) {
        return new Award(line, "rule of " + line, 1, "points", points, points, null);
    }
}
