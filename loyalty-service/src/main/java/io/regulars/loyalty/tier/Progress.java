package io.regulars.loyalty.tier;

import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.tier.Standing.Ladder;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.PeriodRules;
import io.regulars.loyalty.tier.standing.TierPlan;
import io.regulars.loyalty.tier.standing.TierStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** One member's way through the tiers while facts are folded. */
public final class Progress {

    private final Function<Instant, ProgrammeVersion> versions;
    private final Instant enrolledAt;
    private final CountedDays days;
    private final ToLongFunction<String> atHand;
    private final Standing before;
    private Standing now;
    private boolean refunded;
    private boolean lowered;
    private String byHand;

    /**
     * @param days whatever counted already within {@link NeededDays}
     * @param atHand points in a wallet, for tiers that follow nothing else
     */
    public Progress(
            Standing standing,
            Instant enrolledAt,
            CountedDays days,
            ToLongFunction<String> atHand,
            Function<Instant, ProgrammeVersion> versions) {
        this.before = standing;
        this.now = standing;
        this.enrolledAt = enrolledAt;
        this.days = days;
        this.atHand = atHand;
        this.versions = versions;
        reach(standing.asOf());
    }

    /** Somebody looks at the member at that moment: the window moves up to it, and never back. */
    public void reach(Instant at) {
        Instant asOf = at.isAfter(now.asOf()) ? at : now.asOf();
        ProgrammeVersion version = versions.apply(asOf);
        TierPolicy policy = version.document().tiers();
        if (policy == null) {
            now = new Standing(null, null, null, 0, null, asOf);
            return;
        }
        Days window = PeriodRules.window(policy.window(), joined(version), dayOf(asOf, version));
        Basis basis = policy.basis();
        boolean goesOn = now.window() != null && basis == now.basis();
        long value = goesOn
                ? now.value() + days.value(basis, window, now.window()) - days.value(basis, now.window(), window)
                : days.value(basis, window, null);
        Ladder ladder = now.ladder() == null ? rules(version).begun(now.tier()) : now.ladder();
        if (now.basis() != null && basis != now.basis()) {
            ladder = rules(version).judgedAnew(ladder, dayOf(asOf, version));
        }
        String tier = now.tier() == null ? version.levels().get(0).id() : now.tier();
        now = new Standing(tier, ladder, basis, value, window, asOf);
    }

    private LadderRules rules(ProgrammeVersion version) {
        return new LadderRules(version, enrolledAt);
    }

    private LocalDate joined(ProgrammeVersion version) {
        return dayOf(enrolledAt, version);
    }

    private static LocalDate dayOf(Instant instant, ProgrammeVersion version) {
        return Calendar.of(version).dayOf(instant);
    }

    /** Something counts for the tier on that day; below zero when it came back. */
    public void count(LocalDate day, long spend, long points, String newlyVisited) {
        lowered = lowered || spend < 0 || points < 0;
        days.add(day, spend, points, newlyVisited);
        if (now.window() == null || !now.window().hold(day)) return;
        long more = switch (now.basis()) {
            case NET_SPEND -> spend;
            case POINTS -> points;
            case VISITS -> newlyVisited == null ? 0 : 1;
            case BALANCE -> 0;
        };
        now = now.worth(now.value() + more);
    }

    /** A visit counts no longer. */
    public void leave(LocalDate day, String store) {
        days.leave(day, store);
        if (now.basis() != Basis.VISITS || !now.window().hold(day)) return;
        now = now.worth(now.value() - 1);
    }

    /** Goods of a purchase came back: what the tier was reached with may be less now. */
    public void undo(LocalDate boughtOn, long spend, long points, long visits) {
        refunded = true;
        lowered = true;
        if (now.ladder() == null) return;
        ProgrammeVersion version = versions.apply(now.asOf());
        long less = switch (now.basis()) {
            case NET_SPEND -> spend;
            case POINTS -> points;
            case VISITS -> visits;
            case BALANCE -> 0;
        };
        now = now.on(rules(version).undone(now.ladder(), boughtOn, less));
    }

    /**
     * Somebody changes by hand where the member stands.
     *
     * @param why as it is told if that moves the tier
     */
    public void byHand(UnaryOperator<TierStanding> change, String why) {
        Ladder ladder = now.ladder();
        if (ladder == null) return;
        Ladder changed = new Ladder(change.apply(ladder.standing()), ladder.reachedWith(), ladder.undone());
        now = now.on(changed);
        byHand = why;
    }

    /** The version by which the tier was last looked at. */
    public ProgrammeVersion version() {
        return versions.apply(now.asOf());
    }

    /** Somebody else turns out to be this member: whichever of the two ways is higher goes on. */
    public void join(Ladder other) {
        if (now.ladder() == null || other == null) return;
        now = now.on(rules(version()).joined(now.ladder(), other));
        byHand = "joined";
    }

    /** The two are two again: this one goes on from where it stood, with what was given to it since. */
    public void part(Ladder before, Ladder other) {
        byHand = "parted";
        if (now.ladder() != null && before != null) now = now.on(LadderRules.parted(now.ladder(), before, other));
    }

    /** The member begins in the lowest level again; what still counts may reach more at once. */
    public void fall() {
        ProgrammeVersion version = version();
        byHand(standing -> standing.fallen(TierPlan.of(version), dayOf(now.asOf(), version)), "ended");
    }

    /** The tier follows what counts; says so when it moved. */
    public Optional<TierChanged> settle(UUID customerId, Instant at) {
        if (now.window() == null) return Optional.empty();
        ProgrammeVersion version = version();
        LocalDate day = dayOf(now.asOf(), version);
        TierPlan plan = TierPlan.of(version);
        Ladder ladder = rules(version).moved(now.ladder(), day, value(), refunded);
        String why = byHand;
        boolean lost = refunded;
        refunded = false;
        byHand = null;
        String from = now.tier();
        String to = ladder.standing().levelOn(day, plan);
        now = new Standing(to, ladder, now.basis(), now.value(), now.window(), now.asOf());
        if (to.equals(from)) return Optional.empty();
        boolean up = plan.level(to).rank() > plan.level(from).rank();
        if (why == null) why = lost ? "refunded" : up ? "reached" : "ended";
        return Optional.of(new TierChanged(customerId, version.id(), from, to, value(), why, at));
    }

    private long value() {
        if (now.basis() != Basis.BALANCE) return now.value();
        return atHand.applyAsLong(versions.apply(now.asOf()).tierWallet());
    }

    public Standing standing() {
        return now.basis() == Basis.BALANCE ? now.worth(value()) : now;
    }

    public String tier() {
        return now.tier();
    }

    public CountedDays days() {
        return days;
    }

    /** When it was opened; nobody is in one before there are any. */
    public boolean wasInATier() {
        return before.tier() != null;
    }

    public boolean moved() {
        return !standing().equals(before);
    }

    /** The first day on which the tier may move although nothing happens, or null. */
    public LocalDate due() {
        if (now.ladder() == null) return null;
        ProgrammeVersion version = versions.apply(now.asOf());
        return DueDayRules.of(now.ladder().standing(), now.window(), dayOf(now.asOf(), version), version);
    }

    /** Points that end may take the tier with them. */
    public boolean followsBalance() {
        return now.basis() == Basis.BALANCE && now.ladder() != null;
    }

    /** Less counts than before: the tier may be at risk. */
    public boolean lowered() {
        return lowered;
    }
}
