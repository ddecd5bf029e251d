package io.regulars.loyalty.tier;

import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.TierStanding;
import java.time.Instant;

/**
 * Where a member stands, as it is stored.
 *
 * @param tier the member is in, or null in a programme without tiers
 * @param ladder how the tier came about; null where it was settled before that was kept
 * @param basis what {@code value} is made of
 * @param value what moves the tier, added up over {@code window}
 * @param window null where it has yet to be added up
 * @param asOf the latest {@code recordedAt} of a fact applied to the member, or when the tier was looked at since
 */
public record Standing(String tier, Ladder ladder, Basis basis, long value, Days window, Instant asOf) {

    /**
     * @param reachedWith what the basis was worth when the tier was last reached or confirmed
     * @param undone how much of that came back since
     */
    public record Ladder(TierStanding standing, long reachedWith, long undone) {}

    /** The same with what moves the tier worth that much. */
    Standing worth(long other) {
        return new Standing(tier, ladder, basis, other, window, asOf);
    }

    /** The same on another ladder; the tier itself follows when it is settled. */
    Standing on(Ladder other) {
        return new Standing(tier, other, basis, value, window, asOf);
    }

    /** A member of today, with nothing counted yet. */
    public static Standing newcomer(Instant enrolled) {
        return new Standing(null, null, null, 0, null, enrolled);
    }
}
