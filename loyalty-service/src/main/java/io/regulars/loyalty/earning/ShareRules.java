package io.regulars.loyalty.earning;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How a whole is shared out, exactly: nothing is lost to rounding and nothing overflows. */
public final class ShareRules {

    private ShareRules() {}

    /** {@code whole × part / total} rounded down; none is negative and {@code total} is not 0. */
    public static long floor(long whole, long part, long total) {
        return divided(whole, part, total)[0];
    }

    /** Largest remainder: all get their rounded-down share, those who lost most get one more, ties the earlier one. */
    public static long[] spread(long whole, long[] weights) {
        long total = 0;
        for (long weight : weights) total = Math.addExact(total, weight);
        long[] shares = new long[weights.length];
        if (whole == 0 || total == 0) return shares;
        long[] remainders = new long[weights.length];
        long left = whole;
        for (int i = 0; i < weights.length; i++) {
            long[] share = divided(whole, weights[i], total);
            shares[i] = share[0];
            remainders[i] = share[1];
            left -= share[0];
        }
        if (left > 0) giveOneEach(left, shares, remainders);
        return shares;
    }

    private static void giveOneEach(long left, long[] shares, long[] remainders) {
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -remainders[i]).thenComparingInt(i -> i))
                .limit(left)
                .forEach(i -> shares[i]++);
    }

    private static long[] divided(long whole, long part, long total) {
        long product = whole * part;
        if (Math.multiplyHigh(whole, part) == 0 && product >= 0) return new long[] {product / total, product % total};
        BigInteger[] exact = BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(part))
                .divideAndRemainder(BigInteger.valueOf(total));
        return new long[] {exact[0].longValueExact(), exact[1].longValueExact()};
    }
}
