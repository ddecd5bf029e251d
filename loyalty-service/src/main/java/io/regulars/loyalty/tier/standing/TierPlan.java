package io.regulars.loyalty.tier.standing;

import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.TierPolicy;
import java.util.List;

/** A version's tiers: its policy, and its levels upwards. */
public record TierPlan(TierPolicy policy, List<Level> levels) {

    public static TierPlan of(ProgrammeVersion programme) {
        return new TierPlan(programme.document().tiers(), programme.levels());
    }

    /** The highest level whose threshold is reached; whoever is below zero is in the lowest. */
    public Level reached(long value) {
        Level reached = levels.get(0);
        for (Level level : levels) if (level.threshold() <= value) reached = level;
        return reached;
    }

    /** The level of that name; one that is no longer there counts as the lowest. */
    public Level level(String id) {
        for (Level level : levels) if (level.id().equals(id)) return level;
        return levels.get(0);
    }

    public Level above(Level level) {
        return level.rank() + 1 < levels.size() ? levels.get(level.rank() + 1) : null;
    }

    Level below(Level level) {
        return levels.get(Math.max(0, level.rank() - 1));
    }
}
