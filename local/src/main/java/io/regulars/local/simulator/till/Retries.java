package io.regulars.local.simulator.till;

import java.time.Duration;

/**
 * How long a till waits for an answer, and how it asks again.
 *
 * @param patience how long it keeps asking before it gives up
 */
public record Retries(Duration timeout, Duration first, Duration longest, Duration patience) {
    public static Retries usual() {
        return new Retries(
                Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(3), Duration.ofSeconds(90));
    }

    public Retries withPatience(Duration other) {
        return new Retries(timeout, first, longest, other);
    }

    /** Doubles from try to try; what the gateway asks for is heeded as far as the longest pause. */
    Duration pauseAfter(int tries, Duration asked) {
        Duration doubled = first.multipliedBy(1L << Math.min(tries - 1, 16));
        Duration wanted = doubled.compareTo(asked) > 0 ? doubled : asked;
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
