package io.regulars.loyalty.programme;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.programme.document.TierPolicy;

/**
 * A tier ready to be compared with.
 *
 * @param threshold in minor units, points or visits, as the basis is
 * @param factor what base rules' points are multiplied by, 1 for none
 */
public record Level(TierPolicy.Level written, int rank, long threshold, Fraction factor) {

    public String id() {
        return written.id();
    }
}
