package io.regulars.loyalty.tier.standing;

import io.regulars.loyalty.earning.evaluation.Scene;
import java.time.LocalDate;

/** Tiers to tell of: bronze from 0, silver from 500, gold from 2000 points. */
public final class Tiers {

    public static final LocalDate JOINED = LocalDate.of(2025, 1, 15);

    private Tiers() {}

    public static TierPlan plan(String window, String policies) {
        return plan(
                "points",
                window,
                policies,
                "{ id: bronze, threshold: 0 }, { id: silver, threshold: 500 }, { id: gold, threshold: 2000 }");
    }

    public static TierPlan plan(String basis, String window, String policies, String levels) {
        String tiers = "tiers:\n  basis: " + basis + "\n  window: { " + window + " }\n" + policies.indent(2)
                + "  levels: [" + levels + "]\n";
        return TierPlan.of(Scene.document(tiers, "", "- { id: base, gives: { points: 1, per: 1 } }"));
    }

    /** A member followed through days and values. */
    public static final class Walk {
        private final TierPlan plan;
        private final TierMoveRules moves;
        private TierStanding standing;

        public Walk(TierPlan plan) {
            this.plan = plan;
            this.moves = new TierMoveRules(plan, JOINED);
            this.standing = TierStanding.newcomer(plan, JOINED);
        }

        public String on(String day, long value) {
            standing = moves.on(LocalDate.parse(day), value, standing);
            return standing.levelOn(LocalDate.parse(day), plan);
        }

        public TierStanding standing() {
            return standing;
        }

        public Walk set(TierStanding other) {
            standing = other;
            return this;
        }

        public Walk under(TierPlan other) {
            return new Walk(other).set(standing);
        }

        public TierMoveRules moves() {
            return moves;
        }

        public String level(String day) {
            return standing.levelOn(LocalDate.parse(day), plan);
        }
    }
}
