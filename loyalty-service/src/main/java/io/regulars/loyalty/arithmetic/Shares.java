package io.regulars.loyalty.arithmetic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A whole shared out exactly. */
public final class Shares {

    private Shares() {}

    /**
     * All get their rounded-down share of {@code whole}, those who lost most get one more, ties the earlier one. No
     * weight is negative; where all are 0 nobody gets anything.
     */
    public static long[] of(long whole, List<Fraction> weights) {
        return of(whole, weights, Comparator.reverseOrder());
    }

    /** The same, but what is left goes to the first ones, one each. */
    public static long[] firstOnes(long whole, List<Fraction> weights) {
        return of(whole, weights, (one, other) -> 0);
    }

    private static long[] of(long whole, List<Fraction> weights, Comparator<Fraction> mostLost) {
        Fraction total = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        long[] shares = new long[weights.size()];
        if (whole == 0 || total.signum() == 0) return shares;
        Fraction scale = Fraction.of(whole).dividedBy(total);
        Fraction[] remainders = new Fraction[shares.length];
        long left = whole;
        for (int i = 0; i < shares.length; i++) {
            Fraction exact = weights.get(i).times(scale);
            shares[i] = exact.floor();
            remainders[i] = exact.minus(Fraction.of(shares[i]));
            left -= shares[i];
        }
        if (left > 0) oneEach(left, shares, weights, remainders, mostLost);
        return shares;
    }

    /** Who has no weight loses nothing and gets nothing. */
    private static void oneEach(
            long left, long[] shares, List<Fraction> weights, Fraction[] remainders, Comparator<Fraction> mostLost) {
        Integer[] order = IntStream.range(0, shares.length)
                .filter(i -> weights.get(i).signum() > 0)
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(order, (one, other) -> mostLost.compare(remainders[one], remainders[other]));
        for (int i = 0; i < left; i++) shares[order[i]]++;
    }
}
