package io.regulars.loyalty.points.life;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of a member when points are opened: it may have come before them.
 *
 * @param signs when the member last did what puts an end off
 * @param events when what they wait for happened, by its name
 */
public record Earlier(Map<String, Instant> signs, Map<String, Instant> events) {

    public static final Earlier NOTHING = new Earlier(Map.of(), Map.of());

    public Earlier {
        signs = Map.copyOf(signs);
        events = Map.copyOf(events);
    }
}
