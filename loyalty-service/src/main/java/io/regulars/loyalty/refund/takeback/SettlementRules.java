package io.regulars.loyalty.refund.takeback;

import io.regulars.loyalty.programme.document.RefundPolicy.WhenSpent;

/** From where points are taken back: what is still pending first, then what is there, then as the programme says. */
public final class SettlementRules {

    private SettlementRules() {}

    /**
     * @param pendingCancelled points of that purchase that never became active
     * @param fromActive points at hand
     * @param owed points that later earnings repay
     * @param shortfall points that are given up, and recorded
     */
    public record Settlement(long pendingCancelled, long fromActive, long owed, long shortfall) {

        public long all() {
            return pendingCancelled + fromActive + owed + shortfall;
        }
    }

    /** @param pending points of that purchase that are pending still; {@code active} all there are in the wallet */
    public static Settlement settle(long points, long pending, long active, WhenSpent policy) {
        long cancelled = Math.min(points, pending);
        long left = points - cancelled;
        long there = policy == WhenSpent.ONLY_PENDING ? 0 : Math.min(left, Math.max(0, active));
        long missing = left - there;
        return policy == WhenSpent.DEBT
                ? new Settlement(cancelled, there, missing, 0)
                : new Settlement(cancelled, there, 0, missing);
    }
}
