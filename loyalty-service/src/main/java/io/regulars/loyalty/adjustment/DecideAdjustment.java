package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.adjustment.Adjustment.Decision;
import io.regulars.loyalty.adjustment.Adjustment.Kept;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A second person approves what was proposed, or anybody who may says no to it. It is decided once. */
@ApplicationScoped
public class DecideAdjustment {

    private final Programmes programmes;
    private final OpenMembers openMembers;
    private final Adjustments adjustments;
    private final PostAdjustment posting;

    DecideAdjustment(Programmes programmes, OpenMembers openMembers, Adjustments adjustments, PostAdjustment posting) {
        this.programmes = programmes;
        this.openMembers = openMembers;
        this.adjustments = adjustments;
        this.posting = posting;
    }

    /** @param cause of the adjustment's own id */
    ShownAdjustment decide(Tx tx, UUID customerId, Decision decision, Cause cause) {
        Rulebook rules = programmes.judging(tx);
        String programme =
                find(tx, customerId, cause.eventId()).adjustment().owner().programme();
        OpenMember open = openMembers.one(tx, customerId, programme, rules, cause);
        Kept kept = find(tx, customerId, cause.eventId());
        Adjustment adjustment = kept.adjustment();
        if (kept.decision() != null) {
            String how = kept.decision().posted() ? "posted" : "refused";
            throw Refusal.of(Code.CONFLICT, "This adjustment was " + how + " before.");
        }
        if (!decision.posted()) {
            adjustments.decide(tx, List.of(adjustment.adjustmentId()), decision);
            return ShownAdjustment.of(adjustment, decision, null);
        }
        refuse(adjustment, decision);
        return posting.post(tx, open, adjustment, decision, cause);
    }

    private static void refuse(Adjustment adjustment, Decision decision) {
        if (adjustment.askedBy().equals(decision.decidedBy())) {
            throw Refusal.of(Code.FORBIDDEN, "Somebody else has to approve what you asked for.");
        }
        Instant end = adjustment.expiresAt();
        if (end != null && !end.isAfter(decision.decidedAt())) {
            throw Refusal.of(Code.CONFLICT, "These points would be gone already. Refuse this and ask again.");
        }
    }

    private Kept find(Tx tx, UUID customerId, UUID adjustmentId) {
        return adjustments
                .one(tx, customerId, adjustmentId)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "This member has no such adjustment."));
    }
}
