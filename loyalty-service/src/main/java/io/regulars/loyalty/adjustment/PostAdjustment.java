package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.adjustment.Adjustment.Decision;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Moves the points of an adjustment that nobody has to approve any more. */
@ApplicationScoped
public class PostAdjustment {

    private final Adjustments adjustments;
    private final OpenMembers openMembers;

    PostAdjustment(Adjustments adjustments, OpenMembers openMembers) {
        this.adjustments = adjustments;
        this.openMembers = openMembers;
    }

    /** @param cause of the adjustment's own id, which its transfers name */
    ShownAdjustment post(Tx tx, OpenMember open, Adjustment adjustment, Decision decision, Cause cause) {
        open.adjust(adjustment, cause);
        open.settle(cause);
        openMembers.close(tx, List.of(open), cause.recordedAt());
        adjustments.decide(tx, List.of(adjustment.adjustmentId()), decision);
        return ShownAdjustment.of(adjustment, decision, open.member().passbook().shown(adjustment.wallet()));
    }
}
