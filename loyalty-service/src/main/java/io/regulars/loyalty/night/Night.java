package io.regulars.loyalty.night;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A night of a programme, and how far it has come.
 *
 * @param day that its midnight begins, where the programme is
 * @param until what is due by then is posted, however long that takes
 * @param previous the last night before it that came to its end, or null
 */
public record Night(String programme, LocalDate day, Instant until, LocalDate previous, Point reached, Tally tally) {

    /**
     * How far a part was gone through: in its order, up to and with that entry.
     *
     * @param part its number
     * @param leftSome somebody was locked and left for another time
     */
    public record Point(int part, Instant at, UUID customerId, boolean leftSome) {

        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        private static final UUID NOBODY = new UUID(0, 0);

        Point next() {
            return new Point(part + 1, FIRST, NOBODY, false);
        }

        /** The same part from its beginning. */
        Point again() {
            return new Point(part, FIRST, NOBODY, false);
        }

        Point at(Found last) {
            return new Point(part, last.at(), last.customerId(), leftSome);
        }

        /** So many were locked. */
        Point leaving(int some) {
            return new Point(part, at, customerId, leftSome || some > 0);
        }
    }

    /** An entry that concerns somebody, at its place in the order of its part. */
    public record Found(Instant at, UUID customerId) {}

    /** How many customers were visited, and how many facts that brought. */
    public record Tally(long customers, long facts) {}

    /** What facts of this night are caused by: the same for the same customer at the same step, also when run again. */
    public UUID cause(Step step, UUID customerId) {
        return cause(step, day, customerId);
    }

    /** The same for what is given on a day: a night that makes up for others may give for several. */
    public UUID cause(Step step, LocalDate given, UUID customerId) {
        String name = "night|" + programme + "|" + given + "|" + step + "|" + customerId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The day after which nothing was announced yet. */
    public LocalDate announcedUntil() {
        return previous == null ? day.minusDays(1) : previous;
    }
}
