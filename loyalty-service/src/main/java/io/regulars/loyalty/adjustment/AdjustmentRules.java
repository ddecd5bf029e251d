package io.regulars.loyalty.adjustment;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.adjustment.Adjustment.Kind;
import io.regulars.loyalty.points.Life;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.LaterDates;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What may be given and taken by hand, and how long it lasts. The answer is nothing, or a sentence that says why not. */
public final class AdjustmentRules {

    public static final long MOST = 1_000_000_000;
    static final int LONGEST_REASON = 500;
    private static final Duration FARTHEST = Duration.ofDays(36_525);

    private AdjustmentRules() {}

    static Optional<String> points(long points, Kind kind) {
        if (points == 0) return Optional.of("Say how many points to give, or with a minus how many to take.");
        if (points > MOST || points < -MOST) return Optional.of("At most " + MOST + " points move at once.");
        boolean takenKindly = points < 0 && kind == Kind.GOODWILL;
        return takenKindly ? Optional.of("Goodwill gives; what takes points is a correction.") : Optional.empty();
    }

    public static Optional<String> reason(String reason) {
        boolean told = reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON;
        return told && reason.indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of("Say why, in at most " + LONGEST_REASON + " characters.");
    }

    public static Optional<String> wallet(String wallet, ProgrammeVersion version) {
        boolean known =
                version.document().wallets().stream().anyMatch(each -> each.id().equals(wallet));
        return known ? Optional.empty() : Optional.of("The programme has no wallet of that name.");
    }

    /** @param end null: as the programme says */
    public static Optional<String> end(Instant end, Instant now) {
        if (end == null) return Optional.empty();
        if (!end.isAfter(now)) return Optional.of("Points end in the future, or they are gone already.");
        return end.isAfter(now.plus(FARTHEST)) ? Optional.of("Points end within a hundred years.") : Optional.empty();
    }

    static boolean needsSecondPerson(long points, long limit) {
        return Math.abs(points) > limit;
    }

    /**
     * As it was asked for, else as the programme says, from when they were earned on.
     *
     * @param signs when the member last did what puts an end off
     */
    public static Life life(
            Adjustment adjustment, ProgrammeVersion version, String tier, Map<String, Instant> signs, Instant now) {
        Instant earnedAt = adjustment.earnedAt() == null ? now : adjustment.earnedAt();
        if (adjustment.expiresAt() != null) return new Life(earnedAt, adjustment.expiresAt());
        LaterDates later = new LaterDates(null, version.expiryOf(adjustment.wallet(), tier));
        Instant ends = later.expiresAt(earnedAt, signs, Calendar.of(version));
        return new Life(earnedAt, ends, later.endsWithInactivity() ? later : null);
    }

    /** How facts call it. */
    static MembershipEvent.Adjustment told(Kind kind) {
        return switch (kind) {
            case CORRECTION -> MembershipEvent.Adjustment.CORRECTION;
            case GOODWILL -> MembershipEvent.Adjustment.GOODWILL;
            case OPENING_BALANCE -> MembershipEvent.Adjustment.OPENING_BALANCE;
        };
    }
}
