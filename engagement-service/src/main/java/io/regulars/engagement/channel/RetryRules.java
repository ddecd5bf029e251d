package io.regulars.engagement.channel;

import java.time.Duration;
import java.util.Optional;

/** How long a mail waits before it is tried again. */
final class RetryRules {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_FOR_A_PEER = Duration.ofMinutes(1);
    private static final int MOST_FAILURES = 36;

    private RetryRules() {}

    /** After so many failures at the mail server: doubling up to an hour; nothing after about a day. */
    static Optional<Duration> afterFailures(int failures) {
        return failures >= MOST_FAILURES ? Optional.empty() : Optional.of(doubled(failures - 1, LONGEST));
    }

    /** When the one who knows the address does not answer: that is no failure of the mail, and never the end of it. */
    static Duration afterSilence(int attempt) {
        return doubled(attempt - 1, LONGEST_FOR_A_PEER);
    }

    private static Duration doubled(int times, Duration atMost) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(times, 0), 20));
        return pause.compareTo(atMost) < 0 ? pause : atMost;
    }
}
