package io.regulars.platform.kafka;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets facts gather under load, because most of what a turn costs is paid once however many facts it carries. A turn begins
 * no sooner after the one before than twice what that one took, within bounds: a loop works at most half of its
 * time and leaves the machine to what feeds it. After a pause the first turn begins at once, so an idle loop can wait at the
 * broker for its next record instead of asking again and again.
 */
public final class Pace {

    private static final long REST = 2;

    private final long shortestNanos;
    private final long longestNanos;
    private long begun;
    private long took;

    public Pace(Duration shortest, Duration longest) {
        shortestNanos = shortest.toNanos();
        longestNanos = longest.toNanos();
        begun = System.nanoTime() - longestNanos;
    }

    /** Returns when the next turn may begin. */
    public void await() {
        long step = Math.min(longestNanos, Math.max(shortestNanos, REST * took));
        long rest = begun + step - System.nanoTime();
        if (rest > 0) LockSupport.parkNanos(rest);
    }

    /** A turn has something to do. */
    public void begin() {
        begun = System.nanoTime();
    }

    public void end() {
        took = System.nanoTime() - begun;
    }

    /** There is more than one turn carries: the next begins at once. */
    public void hurry() {
        took = 0;
        begun -= longestNanos;
    }
}
