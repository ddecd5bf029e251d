package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.PointsAwarded;
import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.earning.evaluation.EvaluationRules;
import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.earning.late.LatenessRules.Lateness;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.OpeningRules;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.platform.journal.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Something else than a purchase is judged by the version in force when it happened, and credited. */
public final class AwardContact {

    private AwardContact() {}

    /** What is judged, and what is known of when it came. */
    private record Case(Happening happening, UUID touchpointId, ProgrammeVersion version, Lateness lateness) {
        String tier(Member member) {
            return lateness == Lateness.IN_TIME ? member.tier() : member.tierAt(happening.at());
        }
    }

    /** Something that is heard of when it happens. Nothing is kept or said where no rule is about it. */
    public static List<MembershipEvent> in(OpenBook book, Member member, Happening happening, Cause cause) {
        ProgrammeVersion version = book.rules().at(member.membership().programme(), happening.at());
        return judged(book, member, new Case(happening, null, version, Lateness.IN_TIME), cause);
    }

    /** Late as receipts are: within the grace by the tier of then, after it the tier is left alone. */
    static List<MembershipEvent> in(OpenBook book, Member member, Contact contact, Cause cause) {
        ProgrammeVersion version = book.rules().at(member.membership().programme(), contact.judgedAt());
        Lateness lateness = LatenessRules.of(contact.occurredAt(), contact.recordedAt(), version);
        Happening happening = contact.happening(version.zone());
        return judged(book, member, new Case(happening, contact.touchpointId(), version, lateness), cause);
    }

    private static List<MembershipEvent> judged(OpenBook book, Member member, Case asked, Cause cause) {
        Happening happening = asked.happening();
        ProgrammeVersion version = asked.version();
        boolean isAskedFor = version.rules().stream()
                .anyMatch(rule -> rule.written().trigger().equals(happening.trigger()));
        if (!isAskedFor) return List.of();
        String tier = asked.tier(member);
        Evaluation brought = evaluated(book, member, tier, happening, version);
        boolean late = !asked.lateness().countsForTier();
        book.award(new Awarded(
                member.customerId(),
                version.id(),
                happening.trigger(),
                asked.touchpointId(),
                late,
                version.number(),
                tier,
                brought.awards(),
                brought.explanation().stream().map(Saying::of).toList(),
                happening.at()));
        List<NewLot> lots = OpeningRules.lots(
                brought.awards(), version, tier, happening.at(), book.contacts().earlier(member, null, happening.at()));
        Origin origin = Origin.nothingBut(cause.eventId());
        member.passbook().earn(lots, happening.at(), cause.recordedAt(), origin, late);
        if (!late) member.earned(lots, cause.recordedAt(), version);
        return said(member, happening, brought, cause);
    }

    private static Evaluation evaluated(
            OpenBook book, Member member, String tier, Happening happening, ProgrammeVersion version) {
        MemberStanding standing = member.standing(tier, happening.local().toLocalDate(), happening.store(), version);
        Counters counters = new Counters(
                member.limits().now(),
                book.budgets().of(version.id()),
                member.passbook().balances());
        Evaluation brought = EvaluationRules.evaluate(
                happening, standing, counters, book.rules().switches(version.id()), version);
        book.judged().watch(version.id(), brought);
        member.limits().become(brought.after().member());
        book.budgets().become(version.id(), brought.after().budgets());
        return brought;
    }

    private static List<MembershipEvent> said(Member member, Happening happening, Evaluation brought, Cause cause) {
        if (brought.awards().isEmpty()) return List.of();
        List<MembershipEvent> said = new ArrayList<>();
        said.add(new PointsAwarded(
                member.customerId(),
                member.membership().programme(),
                happening.trigger(),
                brought.awards().stream().map(Judged::told).toList(),
                member.earned(brought.awards()),
                cause.recordedAt()));
        member.settle(cause.recordedAt()).ifPresent(said::add);
        return said;
    }
}
