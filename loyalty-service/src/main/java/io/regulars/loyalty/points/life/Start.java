package io.regulars.loyalty.points.life;

import java.time.Instant;

/**
 * When earned points can be spent.
 *
 * @param at from this instant on; null while they wait for an event
 * @param givenUpAt without the event they are given up at this instant; null: they wait for ever
 */
public record Start(Instant at, Instant givenUpAt) {

    static Start at(Instant at) {
        return new Start(at, null);
    }
}
