package io.regulars.loyalty.adjustment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.adjustment.Adjustment.Decision;
import io.regulars.loyalty.programme.rule.CamelCase;
import java.time.Instant;
import java.util.UUID;

/**
 * An adjustment as staff see it.
 *
 * @param status proposed, posted or refused
 * @param balance active less debt right after it was posted, told only then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownAdjustment(
        UUID adjustmentId,
        UUID customerId,
        String programme,
        String wallet,
        String kind,
        long points,
        String reason,
        Instant earnedAt,
        Instant expiresAt,
        String reference,
        String status,
        boolean secondPerson,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        String decisionReason,
        Long balance) {

    static ShownAdjustment of(Adjustment asked, Decision decision, Long balance) {
        return new ShownAdjustment(
                asked.adjustmentId(),
                asked.owner().customerId(),
                asked.owner().programme(),
                asked.wallet(),
                CamelCase.of(asked.kind()),
                asked.points(),
                asked.reason(),
                asked.earnedAt(),
                asked.expiresAt(),
                asked.reference(),
                decision == null ? "proposed" : decision.posted() ? "posted" : "refused",
                asked.secondPerson(),
                asked.askedBy(),
                asked.askedAt(),
                decision == null ? null : decision.decidedBy(),
                decision == null ? null : decision.decidedAt(),
                decision == null ? null : decision.reason(),
                balance);
    }
}
