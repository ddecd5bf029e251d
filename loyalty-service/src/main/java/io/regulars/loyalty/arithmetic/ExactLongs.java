package io.regulars.loyalty.arithmetic;

/** What longs can do without anybody noticing that they end. */
final class ExactLongs {

    private ExactLongs() {}

    /** Their product is a long: the half above it only repeats its sign. */
    static boolean productFits(long one, long other) {
        return Math.multiplyHigh(one, other) == one * other >> Long.SIZE - 1;
    }

    static boolean sumFits(long one, long other) {
        long sum = one + other;
        return ((one ^ sum) & (other ^ sum)) >= 0;
    }

    /** The largest number that divides both; neither is below 0. */
    static long commonDivisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
