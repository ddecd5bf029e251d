package io.regulars.loyalty.model;

import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.programme.document.TierPolicy.Hold;
import io.regulars.loyalty.programme.document.TierPolicy.Until;
import io.regulars.loyalty.programme.document.TierPolicy.Upgrade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One member's tier: what was reached with all that counts, and what is held. */
final class PlainTier extends PlainCounted {

    private Basis basis;
    private String level;
    private long asked;
    private LocalDate held;
    private LocalDate qualified;
    private long reachedWith;
    private long undone;
    private boolean broughtBack;
    private String comingLevel;
    private LocalDate comingFrom;

    PlainTier(Instant enrolledAt) {
        super(enrolledAt);
    }

    /** Somebody of whom nothing is known but what tier it was, to think what would have been. */
    PlainTier inThought(String known, ProgrammeVersion version) {
        PlainTier thought = new PlainTier(enrolledAt);
        thought.joined = PlainPoints.day(enrolledAt, version);
        thought.level = known;
        thought.asked = version.levels().get(rank(known, version.levels())).threshold();
        thought.qualified = thought.joined;
        return thought;
    }

    /** It is a day on which so much counted. */
    void think(LocalDate day, long value, ProgrammeVersion version) {
        joined = PlainPoints.day(enrolledAt, version);
        beginWhatWasToCome(day, version);
        move(day, value, version);
    }

    /** What a purchase counted for counts no longer: the tier it brought may not have been reached without it. */
    void undo(LocalDate boughtOn, long spend, long points, long visits, ProgrammeVersion version) {
        TierPolicy policy = version.document().tiers();
        if (policy == null || level == null) return;
        joined = PlainPoints.day(enrolledAt, version);
        broughtBack = true;
        if (!window(qualified, policy.window()).holds(boughtOn)) return;
        if (policy.basis() == Basis.NET_SPEND) undone += spend;
        if (policy.basis() == Basis.POINTS) undone += points;
        if (policy.basis() == Basis.VISITS) undone += visits;
    }

    boolean isBelow(String other, ProgrammeVersion version) {
        return version.document().tiers() != null && rank(level, version.levels()) < rank(other, version.levels());
    }

    void fall(LocalDate today, ProgrammeVersion version) {
        begin(version.levels().get(0), today, 0, version.document().tiers());
        held = null;
    }

    String level() {
        return level;
    }

    LocalDate heldUntil() {
        return held;
    }

    /** The tier follows what counts on that day. */
    void settle(LocalDate today, long balance, ProgrammeVersion version) {
        enter(today, version);
        if (level == null) return;
        long value = value(today, balance, version);
        beginWhatWasToCome(today, version);
        if (broughtBack) loseWhatWasNotReached(version);
        move(today, value, version);
        broughtBack = false;
    }

    /**
     * Somebody looks on that day. Where another version looks at something else, a tier stays as long as it is held,
     * without a hold to the end of the period.
     */
    void enter(LocalDate today, ProgrammeVersion version) {
        TierPolicy policy = version.document().tiers();
        if (policy == null) {
            forget();
            return;
        }
        joined = PlainPoints.day(enrolledAt, version);
        if (level == null) {
            level = version.levels().get(0).id();
            asked = 0;
            qualified = joined;
        }
        if (basis != null && basis != policy.basis()) {
            beginWhatWasToCome(today, version);
            int rank = rank(level, version.levels());
            boolean isHeld = held != null && !today.isAfter(held);
            if (rank > 0 && !isHeld) held = period(today, policy.window()).last();
            level = version.levels().get(rank).id();
            asked = version.levels().get(rank).threshold();
            comingLevel = null;
            comingFrom = null;
            reachedWith = 0;
            undone = 0;
        }
        basis = policy.basis();
    }

    /** Where there are no tiers nothing of one is kept. */
    private void forget() {
        basis = null;
        level = null;
        held = null;
        comingLevel = null;
        comingFrom = null;
        reachedWith = 0;
        undone = 0;
    }

    private static boolean outlives(TierPolicy policy) {
        return policy.hold() != null || policy.downgrade() != TierPolicy.Downgrade.FULL;
    }

    /** A tier that would not have been reached without the goods that came back; what would have been is held. */
    private void loseWhatWasNotReached(ProgrammeVersion version) {
        TierPolicy policy = version.document().tiers();
        long without = reachedWith - undone;
        if (!outlives(policy) || !version.document().refunds().takesBackTier()) return;
        boolean broughtByThem = reachedWith >= asked && without < asked;
        if (!broughtByThem || rank(level, version.levels()) == 0) return;
        Level lower = version.levels().get(0);
        for (Level each : version.levels()) if (each.threshold() <= without) lower = each;
        LocalDate until = held;
        begin(lower, qualified, without, policy);
        held = until;
    }

    /** It was reached in the period before, with what counted then. */
    private void beginWhatWasToCome(LocalDate today, ProgrammeVersion version) {
        if (comingFrom == null || today.isBefore(comingFrom)) return;
        LocalDate then = qualified;
        LocalDate from = comingFrom;
        long with = reachedWith;
        long less = undone;
        begin(
                version.levels().get(rank(comingLevel, version.levels())),
                from,
                with,
                version.document().tiers());
        qualified = then;
        undone = less;
    }

    private void move(LocalDate today, long value, ProgrammeVersion version) {
        TierPolicy policy = version.document().tiers();
        List<Level> levels = version.levels();
        int reached = 0;
        for (Level each : levels) if (each.threshold() <= value) reached = each.rank();
        int rank = rank(level, levels);
        if (reached > rank) {
            if (policy.upgrade() == Upgrade.AT_ONCE) begin(levels.get(reached), today, value, policy);
            else {
                confirm(levels.get(rank), today, value, policy);
                comingLevel = levels.get(reached).id();
                comingFrom = window(today, policy.window()).last().plusDays(1);
            }
            return;
        }
        comingLevel = null;
        comingFrom = null;
        if (reached == rank || value >= asked) confirm(levels.get(rank), today, value, policy);
        else if (held == null || today.isAfter(held)) fall(levels, rank, reached, today, value, policy);
    }

    static int rank(String level, List<Level> levels) {
        for (Level each : levels) if (each.id().equals(level)) return each.rank();
        return 0;
    }

    private void begin(Level reached, LocalDate day, long value, TierPolicy policy) {
        qualified = day;
        reachedWith = value;
        undone = 0;
        level = reached.id();
        asked = reached.threshold();
        held = heldUntil(day, policy);
        comingLevel = null;
        comingFrom = null;
    }

    private void confirm(Level same, LocalDate day, long value, TierPolicy policy) {
        qualified = day;
        reachedWith = value;
        undone = 0;
        level = same.id();
        asked = Math.min(asked, same.threshold());
        LocalDate until = heldUntil(day, policy);
        if (held == null || until != null && until.isAfter(held)) held = until;
    }

    private void fall(List<Level> levels, int rank, int reached, LocalDate day, long value, TierPolicy policy) {
        switch (policy.downgrade()) {
            case NEVER -> {}
            case FULL -> begin(levels.get(reached), day, value, policy);
            case ONE_LEVEL -> {
                begin(levels.get(Math.max(reached, rank - 1)), day, value, policy);
                if (policy.hold() == null || reached < rank - 1)
                    held = period(day, policy.window()).last();
            }
            case SOFT_LANDING -> begin(levels.get(Math.max(reached, rank - 1)), day, value, policy);
        }
    }

    private LocalDate heldUntil(LocalDate day, TierPolicy policy) {
        Hold hold = policy.hold();
        if (hold == null) return null;
        LocalDate last = period(day, policy.window()).last();
        if (hold.until() == Until.END_OF_NEXT_PERIOD)
            last = period(last.plusDays(1), policy.window()).last();
        last = last.plus(hold.grace());
        return hold.roundedToMonthEnd() ? Cadence.MONTH.nextAfter(last, null).minusDays(1) : last;
    }

    /** The level above and what is missing to it. */
    String outlook(LocalDate today, long balance, ProgrammeVersion version) {
        if (version.document().tiers() == null) return "";
        int above = rank(level, version.levels()) + 1;
        if (above == version.levels().size()) return "none above";
        Level next = version.levels().get(above);
        return Math.max(0, next.threshold() - value(today, balance, version)) + " to " + next.id();
    }
}
