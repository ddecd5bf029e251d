package io.regulars.loyalty.proof;

import java.time.Instant;

/**
 * A closed hour: all transfers written from one position on and before another, and the hash that says what they are.
 *
 * @param hour its beginning
 */
record LedgerHour(
        long number,
        Instant hour,
        long fromPosition,
        long toPosition,
        long transfers,
        String previousHash,
        String hash) {

    /** What the first one follows. */
    static final LedgerHour NONE = new LedgerHour(0, Instant.MIN, 0, 0, 0, "", "0".repeat(64));
}
