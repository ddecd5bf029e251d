package io.regulars.local.simulator.chance;

import java.util.ArrayList;
import java.util.List;

/**
 * Repeat buying after the BG/NBD model: P. Fader, B. Hardie, K. L. Lee (2005), "Counting Your Customers" the Easy Way,
 * Marketing Science 24(2), 275–284. While active, a shopper buys at a steady rate of purchases a week, which differs
 * between shoppers by a gamma distribution; after each repeat purchase the shopper leaves for good with a probability
 * that differs by a beta distribution. The parameters are the paper's estimates for the CDNOW data (section 5).
 */
public final class RepeatBuying {
    static final double R = 0.243;
    static final double ALPHA = 4.414;
    static final double A = 0.793;
    static final double B = 2.426;

    private RepeatBuying() {}

    /** Weeks from the first purchase to each of the others, within {@code weeks}. */
    public static List<Double> repeats(Chance chance, double weeks) {
        double rate = chance.gamma(R, ALPHA);
        double leaving = chance.beta(A, B);
        List<Double> repeats = new ArrayList<>();
        double at = chance.exponential(rate);
        while (at < weeks) {
            repeats.add(at);
            if (chance.in(leaving)) return repeats;
            at += chance.exponential(rate);
        }
        return repeats;
    }
}
