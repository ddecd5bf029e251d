package io.regulars.loyalty.assessment;

import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.loyalty.earning.evaluation.Award;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What something else than a purchase brought, once and for ever.
 *
 * @param touchpointId the contact, or null where it was none
 * @param late it came after the grace
 * @param version of the programme, and {@code tier} of the member, by which it was judged
 */
public record Awarded(
        UUID customerId,
        String programme,
        String trigger,
        UUID touchpointId,
        boolean late,
        int version,
        String tier,
        List<Award> awards,
        List<Saying> verdicts,
        Instant at) {

    public Awarded {
        awards = List.copyOf(awards);
        verdicts = List.copyOf(verdicts);
    }
}
