package io.regulars.loyalty.earning;

import static io.regulars.loyalty.Club.NOON;
import static io.regulars.loyalty.Club.PROGRAMME;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Purchase;
import io.regulars.loyalty.receipt.PurchaseLine;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EarningRulesTest {

    @Test
    void a_receipt_earns_a_point_per_whole_unit_and_its_lines_share_them() {
        assertEquals(List.of(10L, 15L), points(purchase(NOON, false, line(1, "A", 1000), line(2, "B", 1599))));
    }

    @Test
    void three_lines_of_10_50_get_31_points_and_the_first_gets_the_odd_one() {
        assertEquals(
                List.of(11L, 10L, 10L),
                points(purchase(NOON, false, line(1, "A", 1050), line(2, "B", 1050), line(3, "C", 1050))));
    }

    @Test
    void a_tip_counts_because_it_was_paid() {
        assertEquals(List.of(12L), points(purchase(NOON, false, 1250, line(1, "A", 1000))));
    }

    @Test
    void a_receipt_without_lines_earns_as_a_whole() {
        List<PurchaseLine> lines = EarningRules.linesOf(purchase(NOON, false, 2599), PROGRAMME);
        assertEquals(List.of(new PurchaseLine(0, null, 2599, 25)), lines);
    }

    @Test
    void a_receipt_whose_lines_cost_nothing_earns_as_a_whole() {
        assertEquals(List.of(0L, 5L), points(purchase(NOON, false, 500, line(1, "A", 0))));
    }

    @Test
    void returned_lines_lower_the_total_and_earn_nothing() {
        assertEquals(List.of(10L, 0L), points(purchase(NOON, false, line(1, "A", 3000), line(2, "B", -2000))));
    }

    @Test
    void nothing_and_less_than_nothing_earn_nothing() {
        assertEquals(List.of(0L), points(purchase(NOON, false, line(1, "A", 0))));
        assertEquals(List.of(0L, 0L), points(purchase(NOON, false, line(1, "A", 500), line(2, "B", -900))));
        assertEquals(List.of(), points(purchase(NOON, false, -500)));
    }

    @Test
    void other_money_earns_nothing() {
        Purchase dollars = purchase(NOON, false, line(1, "A", 1000));
        Purchase euros = new Purchase(
                dollars.store(),
                dollars.terminal(),
                dollars.receipt(),
                dollars.businessDate(),
                NOON,
                null,
                "EUR",
                1000L,
                true,
                0,
                0,
                0,
                false,
                null,
                dollars.lines(),
                null,
                null);
        assertEquals(0, EarningRules.totalOf(euros, PROGRAMME));
        assertEquals(List.of(0L), points(euros));
    }

    @Test
    void shares_add_up_and_are_off_by_less_than_one_whatever_the_weights() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            long[] weights = random.longs(1 + random.nextInt(12), 0, 1L << random.nextInt(1, 40))
                    .toArray();
            long whole = random.nextLong(1L << random.nextInt(1, 40));
            long total = Arrays.stream(weights).sum();
            long[] shares = ShareRules.spread(whole, weights);
            if (total == 0) continue;
            assertEquals(whole, Arrays.stream(shares).sum());
            for (int i = 0; i < weights.length; i++) assertCloseTo(shares[i], whole, weights[i], total);
        }
    }

    @Test
    void the_largest_sums_do_not_overflow() {
        long most = 1_000_000_000_000L * 2_000;
        assertArrayEquals(new long[] {most / 2, most / 2}, ShareRules.spread(most, new long[] {most, most}));
        assertEquals(most, ShareRules.floor(most, most, most));
    }

    private static void assertCloseTo(long share, long whole, long weight, long total) {
        BigInteger exact = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(weight));
        BigInteger off = BigInteger.valueOf(share)
                .multiply(BigInteger.valueOf(total))
                .subtract(exact)
                .abs();
        assertEquals(-1, off.compareTo(BigInteger.valueOf(total)), () -> share + " of " + whole);
    }

    private static List<Long> points(Purchase purchase) {
        return EarningRules.linesOf(purchase, PROGRAMME).stream()
                .map(PurchaseLine::points)
                .toList();
    }
}
