package io.regulars.loyalty.model;

import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.programme.document.TierPolicy.Hold;
import io.regulars.loyalty.programme.document.TierPolicy.Until;
import io.regulars.loyalty.programme.document.TierPolicy.Upgrade;
import io.regulars.loyalty.programme.document.TierPolicy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One member's tier: all that counts, day by day, and what was reached with it. */
final class PlainTier {

    /**
     * @param purchase that it stems from, by its goods or by goods that came back; or null
     * @param because of which late receipt it was made good; or null
     */
    private record Entry(UUID purchase, UUID because, LocalDate day, long spend, long points, long visits) {}

    private record Span(LocalDate first, LocalDate last) {

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Instant enrolledAt;
    private LocalDate joined;
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
        this.enrolledAt = enrolledAt;
    }

    void count(UUID purchase, LocalDate day, long spend, long points) {
        entries.add(new Entry(purchase, null, day, spend, points, 0));
    }

    void countMadeGood(UUID purchase, UUID because, LocalDate day, long points) {
        entries.add(new Entry(purchase, because, day, 0, points, 0));
    }

    void countVisits(LocalDate day, long visits) {
        entries.add(new Entry(null, null, day, 0, 0, visits));
    }

    /** It is as if it had never been bought, on no day. */
    void forget(UUID purchase) {
        entries.removeIf(entry -> purchase.equals(entry.purchase()));
    }

    /** Where points of it counted and have not come back; those that counted first come back first. */
    Map<LocalDate, Long> standing(UUID purchase) {
        Map<LocalDate, Long> days = new TreeMap<>();
        long back = 0;
        for (Entry entry : entries) {
            if (!purchase.equals(entry.purchase())) continue;
            if (entry.points() > 0) days.merge(entry.day(), entry.points(), Long::sum);
            else back -= entry.points();
        }
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            long gone = Math.min(back, day.getValue());
            day.setValue(day.getValue() - gone);
            back -= gone;
        }
        return days;
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

    /** What counted by then, without these and without what was made good because of that one. */
    long valueThen(LocalDate day, Set<UUID> unknown, UUID because, PlainVisits visits, ProgrammeVersion version) {
        joined = PlainPoints.day(enrolledAt, version);
        Basis basis = version.document().tiers().basis();
        Span window = window(day, version.document().tiers().window());
        if (basis == Basis.VISITS) return visits.without(unknown).within(window.first(), day);
        long value = 0;
        for (Entry entry : entries) {
            boolean known = entry.purchase() == null || !unknown.contains(entry.purchase());
            boolean stands = entry.because() == null || !entry.because().equals(because);
            boolean counts =
                    known && stands && window.holds(entry.day()) && !entry.day().isAfter(day);
            if (counts) value += basis == Basis.NET_SPEND ? entry.spend() : entry.points();
        }
        return value;
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

    long value(LocalDate today, long balance, ProgrammeVersion version) {
        joined = PlainPoints.day(enrolledAt, version);
        Basis basis = version.document().tiers().basis();
        if (basis == Basis.BALANCE) return balance;
        Span window = window(today, version.document().tiers().window());
        long value = 0;
        for (Entry entry : entries) {
            if (!window.holds(entry.day())) continue;
            if (basis == Basis.NET_SPEND) value += entry.spend();
            if (basis == Basis.POINTS) value += entry.points();
            if (basis == Basis.VISITS) value += entry.visits();
        }
        return value;
    }

    private Span window(LocalDate today, Window window) {
        return switch (window.kind()) {
            case CALENDAR -> {
                LocalDate next = window.unit().nextAfter(today, java.time.DayOfWeek.MONDAY);
                yield new Span(window.unit().startOf(today, java.time.DayOfWeek.MONDAY), next.minusDays(1));
            }
            case ROLLING -> new Span(today.minus(window.length()).plusDays(1), today);
            case ANNIVERSARY -> {
                int years = 0;
                while (!joined.plusYears(years + 1).isAfter(today)) years++;
                yield new Span(
                        joined.plusYears(years), joined.plusYears(years + 1).minusDays(1));
            }
            case EVER -> new Span(LocalDate.MIN, LocalDate.MAX);
        };
    }

    /** The period of a tier that is reached on that day; a rolling one begins with it. */
    private Span period(LocalDate day, Window window) {
        boolean rolling = window.kind() == TierPolicy.Kind.ROLLING;
        return rolling ? new Span(day, day.plus(window.length()).minusDays(1)) : window(day, window);
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
