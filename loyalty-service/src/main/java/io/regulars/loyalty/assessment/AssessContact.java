package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.SignsOfLife;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Deeds;
import io.regulars.platform.journal.Cause;
import java.util.ArrayList;
import java.util.List;

/** A member did something else than buying: ends are put off, points that waited for it start, rules give for it. */
public final class AssessContact {

    private AssessContact() {}

    /** Nothing becomes of what was seen before, of what no programme asked for, and of who is not a member. */
    public static List<MembershipEvent> in(OpenBook book, TouchpointRecorded fact, Cause cause) {
        Contact contact = book.contacts().arrive(fact.touchpointId());
        if (contact == null) return List.of();
        List<MembershipEvent> said = new ArrayList<>();
        for (Member member : book.members(contact.customerId())) {
            if (!book.contacts().listening(member).to(contact.name())) continue;
            said.addAll(member.reach(contact.recordedAt(), cause, book.rules()));
            said.addAll(of(book, member, contact, cause));
        }
        return said;
    }

    /** Points that wait were earned by a member: their event counts also once the member has left. */
    private static List<MembershipEvent> of(OpenBook book, Member member, Contact contact, Cause cause) {
        List<MembershipEvent> said = new ArrayList<>();
        ProgrammeVersion version = book.rules().at(member.membership().programme(), contact.judgedAt());
        boolean counts = member.membership().counts(contact.judgedAt());
        if (counts && book.contacts().listening(member).activities().contains(contact.name())) {
            SignsOfLife.show(member, contact.name(), contact.judgedAt(), book.rules(), cause);
        }
        if (book.contacts().listening(member).events().contains(contact.name())) {
            member.passbook().start(contact, member.experience().signs(), Calendar.of(version), cause);
            said.addAll(member.reach(contact.recordedAt(), cause, book.rules()));
        }
        if (counts && Deeds.setsOff(contact.name())) said.addAll(AwardContact.in(book, member, contact, cause));
        member.settle(cause.recordedAt()).ifPresent(said::add);
        return said;
    }
}
