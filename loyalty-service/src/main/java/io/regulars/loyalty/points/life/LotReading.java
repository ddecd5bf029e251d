package io.regulars.loyalty.points.life;

import java.time.Instant;

/**
 * What became of a lot by an instant, whether or not the nightly run has posted it.
 *
 * @param remaining of it that the member still has
 * @param expired of it that nobody spent in time
 */
public record LotReading(State state, long remaining, long expired) {

    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED,
        /** Nothing is left of it: spent, taken back, or repaid a debt. */
        SPENT
    }

    /** @param expired what the books say has expired of it already */
    public static LotReading of(DatedLot lot, long expired, Instant at) {
        if (lot.remaining() == 0) return new LotReading(expired > 0 ? State.EXPIRED : State.SPENT, 0, expired);
        return switch (lot.at(at)) {
            case PENDING -> new LotReading(State.PENDING, lot.remaining(), expired);
            case ACTIVE -> new LotReading(State.ACTIVE, lot.remaining(), expired);
            case EXPIRED -> new LotReading(State.EXPIRED, 0, expired + lot.remaining());
        };
    }
}
