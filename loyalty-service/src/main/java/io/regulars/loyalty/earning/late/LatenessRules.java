package io.regulars.loyalty.earning.late;

import io.regulars.loyalty.programme.ProgrammeVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Receipts that come long after they happened. Within the programme's grace they are judged as if they had come then,
 * and what follows for later receipts is made good, only in the member's favour: what was announced is never taken
 * back. After the grace they bring points by their own time and leave the tier alone.
 */
public final class LatenessRules {

    /** More than this after it happened a receipt is late. */
    private static final Duration LATE = Duration.ofDays(1);

    private LatenessRules() {}

    public enum Lateness {
        IN_TIME,
        WITHIN_GRACE,
        AFTER_GRACE;

        /** It moves the member through the tiers. */
        public boolean countsForTier() {
            return this != AFTER_GRACE;
        }
    }

    public static boolean isLate(Instant occurredAt, Instant arrivedAt) {
        return arrivedAt.isAfter(occurredAt.plus(LATE));
    }

    /** The last instant of the grace belongs to it; its days are those of the programme's zone. */
    public static Lateness of(Instant occurredAt, Instant arrivedAt, ProgrammeVersion programme) {
        if (!isLate(occurredAt, arrivedAt)) return Lateness.IN_TIME;
        Instant end = occurredAt
                .atZone(programme.zone())
                .plus(programme.document().earning().lateGrace())
                .toInstant();
        return arrivedAt.isAfter(end) ? Lateness.AFTER_GRACE : Lateness.WITHIN_GRACE;
    }

    /**
     * What is made good of receipts that were answered before the late one came: for each what it would bring now
     * beyond what was announced. One that would bring less keeps what it was given.
     */
    public static <R> Map<R, Long> madeGood(Map<R, Long> announced, Map<R, Long> judgedAnew) {
        Map<R, Long> more = new HashMap<>();
        judgedAnew.forEach((receipt, points) -> {
            long difference = points - announced.getOrDefault(receipt, 0L);
            if (difference > 0) more.put(receipt, difference);
        });
        return more;
    }
}
