package io.regulars.local.simulator.till;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long answers took, from a microsecond to an hour, each known to within three percent. */
public final class Latencies {
    private static final int PARTS = 64;
    private static final int POWERS = 27;

    private final AtomicLongArray counts = new AtomicLongArray(PARTS * POWERS);

    void record(long nanos) {
        counts.incrementAndGet(slot(Math.max(0, nanos / 1_000)));
    }

    /** The time within which this part (0 to 1) of all answers came; zero when there was none. */
    public Duration percentile(double part) {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) all += counts.get(i);
        long wanted = (long) Math.ceil(part * all);
        long seen = 0;
        for (int i = 0; i < counts.length() && wanted > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) return Duration.ofNanos(1_000 * upperEnd(i));
        }
        return Duration.ZERO;
    }

    /** Exact below {@code PARTS}; above, each power of two is cut into {@code PARTS / 2}. */
    private static int slot(long micros) {
        if (micros < PARTS) return (int) micros;
        int shift = 63 - Long.numberOfLeadingZeros(micros) - 5;
        return Math.min(PARTS * POWERS - 1, PARTS + (shift - 1) * PARTS / 2 + (int) (micros >> shift) - PARTS / 2);
    }

    private static long upperEnd(int slot) {
        if (slot < PARTS) return slot;
        int shift = (slot - PARTS) / (PARTS / 2) + 1;
        long part = (slot - PARTS) % (PARTS / 2) + PARTS / 2;
        return ((part + 1) << shift) - 1;
    }
}
