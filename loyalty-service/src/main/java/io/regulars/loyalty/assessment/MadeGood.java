package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.evaluation.Award;
import java.util.List;
import java.util.UUID;

/** What a receipt is worth beyond what was announced of it, because another one came late. */
public record MadeGood(UUID latePurchaseId, List<Award> awards) {

    public MadeGood {
        awards = List.copyOf(awards);
    }
}
