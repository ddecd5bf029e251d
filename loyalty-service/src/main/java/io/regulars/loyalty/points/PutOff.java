package io.regulars.loyalty.points;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Ends that a sign of life put off, or that the event which points waited for made known.
 *
 * @param transfers how many the member had by then; what they took out of lots went by the ends of before
 */
public record PutOff(long transfers, List<Ended> lots, UUID causedBy, Instant at) {

    /** A lot that would have ended then; null: its end was not known, what it waited for had not come. */
    public record Ended(long lot, Instant at) {}
}
