package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.loyalty.assessment.Books;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.assessment.RejudgeReceipts;
import io.regulars.loyalty.membership.Memberships.OptIn;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody opts in: from the start of that business day all their receipts count, also those that came before. */
@ApplicationScoped
public class EnrolMember {

    private final Programmes programmes;
    private final Customers customers;
    private final Memberships memberships;
    private final Members members;
    private final PointsLedger points;
    private final Books books;
    private final Journal journal;

    EnrolMember(
            Programmes programmes,
            Customers customers,
            Memberships memberships,
            Members members,
            PointsLedger points,
            Books books,
            Journal journal) {
        this.programmes = programmes;
        this.customers = customers;
        this.memberships = memberships;
        this.members = members;
        this.points = points;
        this.books = books;
        this.journal = journal;
    }

    /** The membership as it is once everything that counts was judged; {@code points.earned} is what that brought. */
    public record Enrolled(
            UUID customerId, String programme, Instant enrolledAt, Instant countsFrom, String tier, Points points) {}

    public Enrolled enrol(Tx tx, UUID customerId, String programme, Instant enrolledAt, OptIn optIn, Cause cause) {
        Rulebook rules = programmes.judging(tx);
        customers.lock(tx, List.of(customerId));
        if (!rules.programmes().containsKey(programme)) {
            throw Refusal.invalid("/programme", "There is no programme of that name.");
        }
        if (memberships.of(tx, customerId).stream()
                .anyMatch(each -> each.owner().programme().equals(programme))) {
            throw Refusal.of(Code.ALREADY_MEMBER, "This customer is a member already.");
        }
        Member member = Member.newcomer(customerId, programme, enrolledAt, cause.recordedAt(), rules);
        OpenBook book = books.openFor(tx, member, rules);
        Facts facts = new Facts(cause.recordedAt());
        facts.say(enrolled(member, optIn), cause);
        for (MembershipEvent said : RejudgeReceipts.in(book, member, cause)) facts.say(said, cause);
        members.join(tx, member, optIn);
        books.close(tx, book);
        if (member.passbook().transfers().isEmpty()) points.open(tx, member.passbook());
        journal.append(tx, facts);
        return answer(member);
    }

    private MemberEnrolled enrolled(Member member, OptIn optIn) {
        Membership membership = member.membership();
        return new MemberEnrolled(
                membership.customerId(),
                membership.programme(),
                membership.enrolledAt(),
                membership.countsFrom(),
                optIn.channel(),
                optIn.version(),
                member.tier(),
                membership.enrolledAt());
    }

    private static Enrolled answer(Member member) {
        Membership membership = member.membership();
        Points points = member.earned(List.of());
        return new Enrolled(
                membership.customerId(),
                membership.programme(),
                membership.enrolledAt(),
                membership.countsFrom(),
                member.tier(),
                new Points(points.balance() + points.pending(), points.pending(), points.balance()));
    }
}
