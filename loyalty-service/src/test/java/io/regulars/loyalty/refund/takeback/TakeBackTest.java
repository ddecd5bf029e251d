package io.regulars.loyalty.refund.takeback;

import static io.regulars.loyalty.earning.evaluation.Scene.basket;
import static io.regulars.loyalty.earning.evaluation.Scene.evaluate;
import static io.regulars.loyalty.earning.evaluation.Scene.line;
import static io.regulars.loyalty.earning.evaluation.Scene.programme;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.programme.document.RefundPolicy.TakenFrom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A receipt of 40: A 10, B 10, C 20; 1 per unit, A +10, B +20. */
class TakeBackTest {

    private static final List<SoldLine> SOLD =
            List.of(new SoldLine(1, "A", 10_00), new SoldLine(2, "B", 10_00), new SoldLine(3, "C", 20_00));
    private static final List<Award> AWARDS = evaluate(
                    basket(line(1, "A", 10_00), line(2, "B", 10_00), line(3, "C", 20_00)), programme("""
                            - { id: base, gives: { points: 1, per: 1 } }
                            - { id: ten, gives: { fixed: 10 }, lines: { include: { skus: [A] } } }
                            - { id: twenty, gives: { fixed: 20 }, lines: { include: { skus: [B] } } }
                            """))
            .awards();
    private static final BroughtBack C = new BroughtBack(3, "C", 20_00);

    @Test
    void returning_c_takes_20_by_line_and_35_by_share_of_the_receipt() {
        assertEquals(70, AWARDS.stream().mapToLong(Award::actual).sum());
        assertEquals(20, taken(TakenFrom.LINE, C));
        assertEquals(35, taken(TakenFrom.RECEIPT, C));
    }

    @Test
    void all_of_it_takes_all_whatever_the_policy_and_nothing_twice() {
        for (TakenFrom from : TakenFrom.values()) {
            BroughtBack[] all = {new BroughtBack(1, "A", 10_00), new BroughtBack(2, "B", 10_00), C};
            assertEquals(70, taken(from, all));
            assertEquals(70, taken(from, all[0], all[1], C, C, new BroughtBack(null, "A", 99_00)));
        }
    }

    @Test
    void what_comes_back_twice_counts_once() {
        BroughtBack a = new BroughtBack(1, "A", 10_00);
        assertEquals(20, taken(TakenFrom.LINE, a, a));
        assertEquals(17, taken(TakenFrom.RECEIPT, a));
        assertEquals(17, taken(TakenFrom.RECEIPT, a, a));
        assertEquals(17, taken(TakenFrom.RECEIPT, a, new BroughtBack(null, "A", 5_00)));
    }

    @Test
    void a_line_is_found_by_its_sku_and_an_unknown_one_takes_nothing() {
        assertEquals(30, taken(TakenFrom.LINE, new BroughtBack(null, "B", 10_00)));
        assertEquals(15, taken(TakenFrom.LINE, new BroughtBack(9, "B", 5_00)));
        assertEquals(0, taken(TakenFrom.LINE, new BroughtBack(null, "Z", 10_00)));
    }

    @Test
    void what_was_not_credited_is_not_taken_back() {
        List<Award> capped = List.of(new Award(3, "base", 1, "points", 100, 50, "the cap is reached"));
        long[] all = TakeBackRules.taken(SOLD, capped, List.of(C), TakenFrom.LINE);
        assertArrayEquals(new long[] {50}, all);
    }

    @Test
    void what_belongs_to_no_line_goes_back_by_the_receipts_share() {
        List<Award> visit = List.of(new Award(0, "visit", 1, "points", 11, 11, null));
        assertArrayEquals(new long[] {5}, TakeBackRules.taken(SOLD, visit, List.of(C), TakenFrom.LINE));
    }

    @Test
    void what_was_given_for_a_free_line_goes_back_with_it() {
        List<SoldLine> sold = List.of(new SoldLine(1, "A", 10_00), new SoldLine(2, "GIFT", 0));
        List<Award> awards =
                List.of(new Award(1, "base", 1, "points", 10, 10, null), new Award(2, "gift", 1, "points", 5, 5, null));
        BroughtBack gift = new BroughtBack(2, "GIFT", 0);
        assertArrayEquals(new long[] {0, 5}, TakeBackRules.taken(sold, awards, List.of(gift), TakenFrom.LINE));
        BroughtBack paid = new BroughtBack(1, "A", 10_00);
        assertArrayEquals(new long[] {10, 5}, TakeBackRules.taken(sold, awards, List.of(paid), TakenFrom.LINE));
    }

    @Test
    void a_receipt_without_paid_lines_gives_back_by_its_total() {
        List<SoldLine> whole = List.of(new SoldLine(1, "A", 0), new SoldLine(0, null, 25_99));
        List<Award> awards = List.of(new Award(0, "base", 1, "points", 25, 25, null));
        BroughtBack half = new BroughtBack(null, "A", 13_00);
        assertArrayEquals(new long[] {12}, TakeBackRules.taken(whole, awards, List.of(half), TakenFrom.LINE));
        assertArrayEquals(new long[] {25}, TakeBackRules.taken(whole, awards, List.of(half, half), TakenFrom.LINE));
    }

    @Test
    void two_kinds_of_points_go_back_each_in_its_own_proportion() {
        List<Award> awards =
                List.of(new Award(3, "base", 1, "beans", 3, 3, null), new Award(3, "stars", 1, "stars", 5, 5, null));
        BroughtBack half = new BroughtBack(3, "C", 10_00);
        assertArrayEquals(new long[] {1, 2}, TakeBackRules.taken(SOLD, awards, List.of(half), TakenFrom.LINE));
        assertArrayEquals(new long[] {0, 1}, TakeBackRules.taken(SOLD, awards, List.of(half), TakenFrom.RECEIPT));
    }

    @Test
    void any_split_of_a_refund_in_any_order_ends_exactly_the_same_and_no_part_gives_any_back() {
        Random random = new Random(9);
        for (int round = 0; round < 400; round++) {
            TakenFrom from = TakenFrom.values()[round % 2];
            List<BroughtBack> pieces = pieces(random);
            Collections.shuffle(pieces, random);
            long[] sum = new long[AWARDS.size()];
            List<BroughtBack> before = new ArrayList<>();
            for (BroughtBack piece : pieces) {
                long[] now = TakeBackRules.takenNow(SOLD, AWARDS, before, List.of(piece), from);
                for (int i = 0; i < now.length; i++) {
                    assertTrue(now[i] >= 0, () -> "gave back for " + piece);
                    sum[i] += now[i];
                }
                before.add(piece);
            }
            assertArrayEquals(TakeBackRules.taken(SOLD, AWARDS, pieces, from), sum);
            for (int i = 0; i < sum.length; i++)
                assertTrue(sum[i] <= AWARDS.get(i).actual());
        }
    }

    private static List<BroughtBack> pieces(Random random) {
        List<BroughtBack> pieces = new ArrayList<>();
        for (SoldLine line : SOLD) {
            long left = random.nextInt(4) == 0 ? random.nextInt((int) line.amount()) : line.amount();
            while (left > 0) {
                long part = Math.min(left, 1 + random.nextInt(7_00));
                pieces.add(new BroughtBack(line.line(), line.sku(), part));
                left -= part;
            }
        }
        return pieces;
    }

    private static long taken(TakenFrom from, BroughtBack... back) {
        return Arrays.stream(TakeBackRules.taken(SOLD, AWARDS, List.of(back), from))
                .sum();
    }
}
