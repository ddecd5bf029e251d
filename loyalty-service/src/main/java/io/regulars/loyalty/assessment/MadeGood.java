package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.evaluation.Award;
import java.util.List;
import java.util.UUID;

/**
 * What a receipt is worth beyond what was announced of it, because another one came late.
 *
 * @param cameBack points of it that were never posted: their goods had come back before
 */
public record MadeGood(UUID latePurchaseId, List<Award> awards, long cameBack) {

    public MadeGood {
        awards = List.copyOf(awards);
    }
}
