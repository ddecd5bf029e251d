package io.regulars.local.simulator;

import java.util.concurrent.locks.LockSupport;

/**
 * How fast a day is played.
 *
 * @param perSecond receipts a second; 0 is as fast as answers come
 * @param atOnce the most that may be under way, retries included
 */
public record Pace(double perSecond, int atOnce) {
    public static Pace flatOut() {
        return new Pace(0, 64);
    }

    public static Pace of(double perSecond) {
        return new Pace(perSecond, 64);
    }

    /** Waits until the next act is due, {@code brought} receipts after {@code begun}. */
    void await(long begun, long brought) {
        if (perSecond <= 0) return;
        long due = begun + (long) (brought * 1e9 / perSecond);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) return;
            LockSupport.parkNanos(left);
        }
    }
}
