package io.regulars.loyalty.refund.takeback;

import io.regulars.loyalty.arithmetic.Fraction;

/** Points that come back when what was paid with them is refunded: their part of what was paid, exact at the end. */
public final class PaidWithPointsRules {

    private PaidWithPointsRules() {}

    /**
     * @param spent points that were a part of the payment
     * @param total all that was paid, their worth included; all amounts in minor units
     * @param before refunded so far, and {@code now} on top of it
     */
    public static long returned(long spent, long total, long before, long now) {
        return upTo(spent, total, before + now) - upTo(spent, total, before);
    }

    private static long upTo(long spent, long total, long refunded) {
        if (total <= 0) return 0;
        long capped = Math.max(0, Math.min(total, refunded));
        return Fraction.of(capped, total).times(spent).floor();
    }
}
