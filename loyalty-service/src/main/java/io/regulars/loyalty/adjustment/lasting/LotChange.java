package io.regulars.loyalty.adjustment.lasting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.regulars.loyalty.membership.Owner;
import java.time.Instant;
import java.util.UUID;

/**
 * A lot's points last longer than they would have.
 *
 * @param endedAt when they would have been gone, or were
 * @param points that last longer
 */
public record LotChange(
        UUID changeId,
        Owner owner,
        long lot,
        Kind change,
        Instant endedAt,
        Instant expiresAt,
        long points,
        String reason,
        String askedBy,
        Instant askedAt) {

    public enum Kind {
        @JsonProperty("extended")
        EXTENDED,
        /** They were gone, and are there again in a new lot. */
        @JsonProperty("reinstated")
        REINSTATED
    }

    /** What is asked for. */
    record Wish(String programme, Instant expiresAt, String reason) {}

    /** As staff see it; {@code newLot} holds what was reinstated. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            UUID changeId,
            UUID customerId,
            String programme,
            long lot,
            Kind change,
            Instant endedAt,
            Instant expiresAt,
            long points,
            String reason,
            String askedBy,
            Instant askedAt,
            Long newLot,
            long balance) {}

    Shown shown(Long newLot, long balance) {
        return new Shown(
                changeId,
                owner.customerId(),
                owner.programme(),
                lot,
                change,
                endedAt,
                expiresAt,
                points,
                reason,
                askedBy,
                askedAt,
                newLot,
                balance);
    }
}
