package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.person.Person;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import io.regulars.loyalty.programme.terms.MembershipRules;
import io.regulars.loyalty.tier.CountedDays;
import io.regulars.loyalty.tier.Progress;
import io.regulars.loyalty.tier.Standing;
import io.regulars.loyalty.tier.TierHistory;
import io.regulars.loyalty.tier.TierHistory.Change;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A member while facts are folded: the opt-in, the points, the limits and the way through the tiers. */
public final class Member {

    private Membership membership;
    private final Passbook passbook;
    private final Progress progress;
    private final LimitUse limits;
    private final TierHistory history;
    private final List<Change> moves = new ArrayList<>();
    private final String firstWallet;
    private final Experience before;
    private Experience experience;
    private Person person = Person.UNKNOWN;
    private boolean unweighed;
    private boolean inATier;

    /** @param firstWallet the kind of points that facts speak of */
    public Member(
            Membership membership,
            String firstWallet,
            Experience experience,
            Passbook passbook,
            Progress progress,
            LimitUse limits,
            TierHistory history) {
        this.membership = membership;
        this.firstWallet = firstWallet;
        this.before = experience;
        this.experience = experience;
        this.passbook = passbook;
        this.progress = progress;
        this.limits = limits;
        this.history = history;
        this.inATier = progress.wasInATier();
    }

    /** Somebody who opts in now. */
    public static Member newcomer(UUID customerId, String programme, Instant enrolledAt, Instant now, Rulebook rules) {
        return newcomer(customerId, programme, enrolledAt, now, rules, 0);
    }

    /** @param number of the last transfer of a membership that was somebody else's */
    static Member newcomer(
            UUID customerId, String programme, Instant enrolledAt, Instant now, Rulebook rules, long number) {
        ProgrammeVersion version = rules.at(programme, enrolledAt);
        Instant countsFrom = MembershipRules.countsFrom(enrolledAt, version);
        Membership membership = new Membership(customerId, programme, enrolledAt, countsFrom, Status.ACTIVE, null);
        Passbook passbook = Passbook.empty(customerId, version, number);
        Progress progress = new Progress(
                Standing.newcomer(now),
                enrolledAt,
                new CountedDays(List.of()),
                passbook::shown,
                at -> rules.at(programme, at));
        Member member = new Member(
                membership,
                version.firstWallet(),
                Experience.NONE,
                passbook,
                progress,
                new LimitUse(Map.of()),
                new TierHistory(List.of()));
        member.begin(enrolledAt);
        return member;
    }

    /** The same customer, whose way through the tiers begins anew; points, limits and experience stay. */
    public Member beginningAnew(Membership again, Instant now, Rulebook rules) {
        ProgrammeVersion version = rules.at(again.programme(), now);
        Progress anew = new Progress(
                Standing.newcomer(now),
                again.enrolledAt(),
                new CountedDays(List.of()),
                passbook::shown,
                at -> rules.at(again.programme(), at));
        Member member = new Member(again, version.firstWallet(), experience, passbook, anew, limits, history);
        member.know(person);
        member.inATier = member.tier() == null && progress.wasInATier();
        member.begin(now);
        return member;
    }

    /** A newcomer, or one to whom a version brought tiers or took them away: nobody is told of that. */
    private void begin(Instant at) {
        if (inATier == (tier() != null)) return;
        inATier = !inATier;
        moves.add(new Change(at, inATier ? tier() : TierHistory.NONE));
    }

    /** What is shared of them, as rules may ask. */
    public void know(Person shared) {
        person = shared;
    }

    /** Left, back, or of another status. */
    public void become(Membership other) {
        membership = other;
    }

    /** Somebody looks at this member at that moment: what was due by then has happened, the tier's window moves on. */
    public List<MembershipEvent> reach(Instant at, Cause cause, Rulebook rules) {
        return new Reaching(this, cause, rules).until(at);
    }

    /** Earned points count for the tier from the day they can be spent on. */
    public void earned(List<NewLot> lots, Instant now, ProgrammeVersion version) {
        for (NewLot lot : lots) {
            Instant starts = lot.opening().startsAt();
            boolean waits = starts == null || starts.isAfter(now);
            if (waits || !lot.opening().wallet().equals(version.tierWallet())) continue;
            progress.count(Calendar.of(version).dayOf(starts), 0, lot.points(), null);
        }
    }

    /** The first kind of points as facts tell it, after these awards. */
    public Points earned(List<Award> awards) {
        long points = awards.stream()
                .filter(award -> award.wallet().equals(firstWallet))
                .mapToLong(Award::actual)
                .sum();
        return passbook.points(firstWallet, points);
    }

    /** The same, after so many of them were taken back. */
    public Points taken(long points) {
        return passbook.points(firstWallet, -points);
    }

    /** A purchase counts: money, and a visit where this is the first in that store on that day. */
    public void bought(LocalDate day, long spend, String store) {
        boolean visit = store != null && !progress.days().visited(day, store);
        progress.count(day, spend, 0, visit ? store : null);
        experience = experience.plus(visit);
    }

    /** A purchase counts no longer; says whether its visit does not either: nothing else was bought there that day. */
    public boolean bringsBack(LocalDate day, String store, boolean boughtElse) {
        boolean visit = !boughtElse && progress.days().visited(day, store);
        if (visit) progress.leave(day, store);
        experience = experience.minus(visit);
        return visit;
    }

    /** A purchase of a membership that is over counts no longer, and its visit unless something stands for it. */
    public void unbought(boolean visit) {
        experience = experience.minus(visit);
    }

    /** More was done that counts. */
    public void experienced(Experience now) {
        experience = now;
    }

    /** The tier follows what counts; says so when it moved. */
    public Optional<TierChanged> settle(Instant at) {
        Optional<TierChanged> moved =
                progress.settle(membership.customerId(), at).map(change -> change.told(mayBeSent(progress.version())));
        begin(at);
        moved.ifPresent(change -> moves.add(new Change(at, change.to())));
        unweighed = unweighed || moved.isPresent();
        return moved;
    }

    /** What the member may do follows from it. */
    public Status status() {
        return MembershipRules.status(membership.status(), experience.purchases());
    }

    /** Whether the programme wants anything said to somebody of this status. */
    public boolean mayBeSent(ProgrammeVersion version) {
        return MembershipRules.may(status(), membership.hasLeft(), version).beSent();
    }

    /** As rules see the member who buys in that store on that day. */
    public MemberStanding standing(String tier, LocalDate day, String store, ProgrammeVersion version) {
        return standing(tier, day, experience, progress.days().visited(day, store), version);
    }

    /** The same at a moment that is over, when the member had done so much. */
    public MemberStanding standing(
            String tier, LocalDate day, Experience then, boolean sameVisit, ProgrammeVersion version) {
        return new MemberStanding(
                status(),
                tier,
                Calendar.of(version).dayOf(membership.enrolledAt()),
                person.birthday(),
                then.purchases(),
                then.visits(),
                sameVisit,
                person.attributes(),
                Set.of());
    }

    /** The kind of points that facts speak of. */
    public String firstWallet() {
        return firstWallet;
    }

    /** Something is to be written. */
    boolean moved() {
        return progress.moved()
                || passbook.isMoved()
                || !moves.isEmpty()
                || !experience.equals(before)
                || !limits.changed().isEmpty()
                || !progress.days().added().isEmpty();
    }

    /** Whether the tier may be at risk that was not before. */
    boolean unweighed() {
        return unweighed || progress.lowered();
    }

    public Owner owner() {
        return new Owner(membership.customerId(), membership.programme());
    }

    public UUID customerId() {
        return membership.customerId();
    }

    public Membership membership() {
        return membership;
    }

    public Passbook passbook() {
        return passbook;
    }

    public Progress progress() {
        return progress;
    }

    public LimitUse limits() {
        return limits;
    }

    public Experience experience() {
        return experience;
    }

    public String tier() {
        return progress.tier();
    }

    /** The tier the member was in then; what was not kept counts as the one of today. */
    public String tierAt(Instant then) {
        List<Change> known = new ArrayList<>(history.changes());
        known.addAll(moves);
        return new TierHistory(known).at(then).orElse(tier());
    }

    /** Tiers since their first moment, those of this fold. */
    public List<Change> moves() {
        return moves;
    }
}
