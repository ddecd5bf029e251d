package io.regulars.loyalty.points.life;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of a member when points are opened: it may have come before them.
 *
 * @param signs when the member last did what puts an end off
 * @param events what they wait for, as it was first recorded, by its name
 */
public record Earlier(Map<String, Instant> signs, Map<String, Event> events) {

    public static final Earlier NOTHING = new Earlier(Map.of(), Map.of());

    public Earlier {
        signs = Map.copyOf(signs);
        events = Map.copyOf(events);
    }

    /** When it is recorded decides whether it came in time and came first; when it happened, what starts with it. */
    public record Event(Instant happenedAt, Instant recordedAt) {

        public static Event first(Event one, Event other) {
            return other.recordedAt.isBefore(one.recordedAt) ? other : one;
        }

        boolean isInTime(Instant givenUpAt) {
            return givenUpAt == null || recordedAt.isBefore(givenUpAt);
        }
    }
}
