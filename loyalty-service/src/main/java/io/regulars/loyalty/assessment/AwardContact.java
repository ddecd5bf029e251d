package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.PointsAwarded;
import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.earning.evaluation.EvaluationRules;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.OpeningRules;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.platform.journal.Cause;
import java.util.ArrayList;
import java.util.List;

/** Something else than a purchase is judged by the version in force when it happened, and credited. */
public final class AwardContact {

    private AwardContact() {}

    /** Nothing is kept or said where no rule is about it. */
    public static List<MembershipEvent> in(OpenBook book, Member member, Happening happening, Cause cause) {
        ProgrammeVersion version = book.rules().at(member.membership().programme(), happening.at());
        boolean isAskedFor = version.rules().stream()
                .anyMatch(rule -> rule.written().trigger().equals(happening.trigger()));
        if (!isAskedFor) return List.of();
        Evaluation brought = evaluated(book, member, happening, version);
        List<NewLot> lots = OpeningRules.lots(brought.awards(), version, member.tier(), happening.at());
        book.award(new Awarded(
                member.customerId(),
                version.id(),
                happening.trigger(),
                version.number(),
                member.tier(),
                brought.awards(),
                brought.explanation().stream().map(Saying::of).toList(),
                happening.at()));
        member.passbook().earn(lots, happening.at(), cause.recordedAt(), Origin.nothingBut(cause.eventId()));
        member.earned(lots, cause.recordedAt(), version);
        return said(member, happening, brought, cause);
    }

    private static Evaluation evaluated(OpenBook book, Member member, Happening happening, ProgrammeVersion version) {
        MemberStanding standing =
                member.standing(member.tier(), happening.local().toLocalDate(), happening.store(), version);
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
