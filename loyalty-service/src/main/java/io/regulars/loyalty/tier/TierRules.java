package io.regulars.loyalty.tier;

import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.programme.Programme.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which tier net spend reaches, and which receipts enter or leave the window when it moves. */
public final class TierRules {

    /** The window's start is not monotonic: 29 February and the hours a zone skips or repeats move it back. */
    private static final Duration SLACK = Duration.ofDays(2);

    private TierRules() {}

    /** The highest tier whose threshold is reached; whoever is below zero is in the lowest. */
    public static String tierFor(long spend, Programme programme) {
        String reached = programme.lowestTier();
        for (Tier tier : programme.tiers()) {
            if (tier.threshold() <= spend) reached = tier.name();
        }
        return reached;
    }

    public static Optional<Tier> tierAfter(String current, Programme programme) {
        List<Tier> tiers = programme.tiers();
        for (int i = 0; i + 1 < tiers.size(); i++) {
            if (tiers.get(i).name().equals(current)) return Optional.of(tiers.get(i + 1));
        }
        return Optional.empty();
    }

    /** After {@code after} and not after {@code until}. */
    public record Span(Instant after, Instant until) {
        public boolean holds(Instant instant) {
            return instant.isAfter(after) && !instant.isAfter(until);
        }
    }

    static Span window(Instant asOf, Programme programme) {
        return new Span(programme.windowBefore(asOf), asOf);
    }

    /**
     * When something counted must have happened to enter or leave the window while it moves to any instant up to
     * {@code latest}; usually nothing did. The spans do not overlap.
     */
    public static List<Span> edges(Standing standing, Instant latest, Programme programme) {
        if (standing.first() == null || !latest.isAfter(standing.asOf())) return List.of();
        Span leaving = new Span(
                programme.windowBefore(standing.asOf()).minus(SLACK),
                programme.windowBefore(latest).plus(SLACK));
        Instant lastAhead = standing.last().isBefore(latest) ? standing.last() : latest;
        Span entering = new Span(standing.asOf(), lastAhead);
        boolean anyLeave = !standing.first().isAfter(leaving.until());
        boolean anyEnter = lastAhead.isAfter(standing.asOf());
        if (anyLeave && anyEnter && !leaving.until().isBefore(entering.after())) {
            return List.of(new Span(leaving.after(), lastAhead.isAfter(leaving.until()) ? lastAhead : leaving.until()));
        }
        List<Span> spans = new ArrayList<>(2);
        if (anyLeave) spans.add(leaving);
        if (anyEnter) spans.add(entering);
        return spans;
    }
}
