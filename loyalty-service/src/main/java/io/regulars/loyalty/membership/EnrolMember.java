package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.loyalty.assessment.Books;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.assessment.RejudgeReceipts;
import io.regulars.loyalty.membership.ComingBack.Back;
import io.regulars.loyalty.membership.Memberships.OptIn;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.merge.Aliases;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Somebody opts in: from the start of that business day all their receipts count, also those that came before. */
@ApplicationScoped
public class EnrolMember {

    private final Programmes programmes;
    private final Aliases aliases;
    private final Customers customers;
    private final Memberships memberships;
    private final Members members;
    private final OptIns optIns;
    private final WelcomeBack welcomeBack;
    private final PointsLedger points;
    private final Books books;
    private final Journal journal;

    EnrolMember(
            Programmes programmes,
            Aliases aliases,
            Customers customers,
            Memberships memberships,
            Members members,
            OptIns optIns,
            WelcomeBack welcomeBack,
            PointsLedger points,
            Books books,
            Journal journal) {
        this.programmes = programmes;
        this.aliases = aliases;
        this.customers = customers;
        this.memberships = memberships;
        this.members = members;
        this.optIns = optIns;
        this.welcomeBack = welcomeBack;
        this.points = points;
        this.books = books;
        this.journal = journal;
    }

    /** The membership as it is once everything that counts was judged; {@code points.earned} is what that brought. */
    public record Enrolled(
            UUID customerId, String programme, Instant enrolledAt, Instant countsFrom, String tier, Points points) {}

    public Enrolled enrol(Tx tx, UUID named, String programme, Instant enrolledAt, OptIn optIn, Cause cause) {
        Rulebook rules = programmes.judging(tx);
        UUID customerId = aliases.rootOf(tx, named);
        customers.lock(tx, List.of(customerId));
        if (rules.inForce(programme, cause.recordedAt()).isEmpty()) {
            throw Refusal.invalid("/programme", "There is no programme of that name.");
        }
        Optional<Stored> before = memberships.of(tx, customerId).stream()
                .filter(each -> each.owner().programme().equals(programme))
                .findFirst();
        Facts facts = new Facts(cause.recordedAt());
        Member member = before.isEmpty()
                ? newcomer(tx, customerId, programme, enrolledAt, rules, cause)
                : back(tx, before.get(), enrolledAt, rules, facts, cause);
        long had = points(member);
        OpenBook book = books.openFor(tx, member, rules);
        facts.say(enrolled(member, rules, enrolledAt, optIn), cause);
        for (MembershipEvent said : RejudgeReceipts.in(book, member, cause)) facts.say(said, cause);
        for (MembershipEvent said : SignUp.in(book, member, enrolledAt, before.isPresent(), cause)) {
            facts.say(said, cause);
        }
        write(tx, member, enrolledAt, optIn, before.isPresent());
        books.close(tx, book);
        if (before.isEmpty() && member.passbook().transfers().isEmpty()) points.open(tx, member.passbook());
        journal.append(tx, facts);
        return answer(member, enrolledAt, had);
    }

    private Member newcomer(Tx tx, UUID customerId, String programme, Instant enrolledAt, Rulebook rules, Cause cause) {
        long number = memberships.lastNumber(tx, new Owner(customerId, programme));
        return Member.newcomer(customerId, programme, enrolledAt, cause.recordedAt(), rules, number);
    }

    private Member back(Tx tx, Stored before, Instant enrolledAt, Rulebook rules, Facts facts, Cause cause) {
        Back back = welcomeBack.of(tx, before, enrolledAt, rules, cause);
        for (MembershipEvent said : back.said()) facts.say(said, cause);
        return back.member();
    }

    private void write(Tx tx, Member member, Instant enrolledAt, OptIn optIn, boolean memberBefore) {
        if (memberBefore) memberships.change(tx, member.membership());
        else members.join(tx, member);
        optIns.add(tx, member.membership(), enrolledAt, optIn);
    }

    private static MemberEnrolled enrolled(Member member, Rulebook rules, Instant enrolledAt, OptIn optIn) {
        Membership membership = member.membership();
        boolean mayBeSent = member.mayBeSent(rules.at(membership.programme(), enrolledAt));
        return new MemberEnrolled(
                membership.customerId(),
                membership.programme(),
                enrolledAt,
                membership.countsFrom(),
                optIn.channel(),
                optIn.version(),
                member.tier() == null ? "" : member.tier(),
                mayBeSent ? null : false,
                enrolledAt);
    }

    private static long points(Member member) {
        Points points = member.earned(List.of());
        return points.balance() + points.pending();
    }

    private static Enrolled answer(Member member, Instant enrolledAt, long had) {
        Membership membership = member.membership();
        Points points = member.earned(List.of());
        return new Enrolled(
                membership.customerId(),
                membership.programme(),
                enrolledAt,
                membership.countsFrom(),
                member.tier(),
                new Points(points(member) - had, points.pending(), points.balance()));
    }
}
