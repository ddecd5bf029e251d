package io.regulars.gateway.receipt;

import java.time.Duration;
import java.time.Instant;

/** What a request is judged by besides its own content: when it came, and the installation's currency. */
public record Circumstances(Instant now, String currency) {

    private static final Duration ACCEPTED_SKEW = Duration.ofHours(24);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    boolean isAhead(Instant occurredAt) {
        return occurredAt.isAfter(now);
    }

    boolean isTooFarAhead(Instant occurredAt) {
        return occurredAt.isAfter(now.plus(ACCEPTED_SKEW));
    }

    static boolean isTooLongAgo(Instant occurredAt) {
        return occurredAt.isBefore(EARLIEST);
    }
}
