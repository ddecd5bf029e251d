package io.regulars.loyalty.points;

import io.regulars.loyalty.points.life.LaterDates;
import java.time.Instant;

/**
 * How long points last that came otherwise than by earning.
 *
 * @param expiresAt null for never
 * @param later null where nothing puts that off
 */
public record Life(Instant earnedAt, Instant expiresAt, LaterDates later) {

    public Life(Instant earnedAt, Instant expiresAt) {
        this(earnedAt, expiresAt, null);
    }
}
