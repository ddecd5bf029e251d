package io.regulars.local.bench;

/** How long requests took, in buckets of 2 % width, from a microsecond to a minute. */
final class Latencies {

    private static final double GROWTH = Math.log(1.02);

    private final long[] buckets = new long[1_000];
    private long count;

    void add(long nanos) {
        double micros = Math.max(1, nanos / 1_000.0);
        buckets[(int) Math.min(buckets.length - 1, Math.log(micros) / GROWTH)]++;
        count++;
    }

    long count() {
        return count;
    }

    /** The time, in milliseconds, under which this share of the requests stayed. */
    double quantile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= wanted && seen > 0) return Math.exp((i + 1) * GROWTH) / 1_000;
        }
        return 0;
    }
}
