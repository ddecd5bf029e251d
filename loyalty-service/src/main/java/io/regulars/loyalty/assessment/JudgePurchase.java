package io.regulars.loyalty.assessment;

import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.loyalty.assessment.late.MemberThen;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.earning.evaluation.EvaluationRules;
import io.regulars.loyalty.earning.evaluation.UseRules;
import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.earning.late.LatenessRules.Lateness;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.SignsOfLife;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.OpeningRules;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Deeds;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A member's purchase is judged by the version in force when it happened, and credited. */
final class JudgePurchase {

    private final OpenBook book;
    private final Member member;
    private final KeptPurchase purchase;
    private final ProgrammeVersion version;
    private final Lateness lateness;

    private JudgePurchase(OpenBook book, Member member, KeptPurchase purchase) {
        this.book = book;
        this.member = member;
        this.purchase = purchase;
        this.version = book.rules().at(member.membership().programme(), purchase.judgedAt());
        this.lateness = LatenessRules.of(purchase.occurredAt(), purchase.recordedAt(), version);
    }

    /** Now or after an opt-in: a receipt is late when it came late, not when it is judged late. */
    static Judged in(OpenBook book, Member member, KeptPurchase purchase, Cause cause) {
        return new JudgePurchase(book, member, purchase).judged(cause);
    }

    private Judged judged(Cause cause) {
        Happening happening = Happening.purchase(purchase.receipt(), purchase.judgedAt(), version.zone());
        LocalDate day = happening.local().toLocalDate();
        if (book.contacts().listening(member).activities().contains(Deeds.PURCHASE)) {
            SignsOfLife.show(member, Deeds.PURCHASE, purchase.judgedAt(), book.rules(), cause);
        }
        String tier = lateness == Lateness.IN_TIME ? member.tier() : member.tierAt(purchase.occurredAt());
        Evaluation brought = evaluated(happening, tier);
        credit(brought, tier, cause);
        if (lateness.countsForTier()) member.bought(day, purchase.total(version), happening.store());
        Judged judged = new Judged(
                purchase.purchaseId(),
                version.id(),
                member.customerId(),
                version.number(),
                tier,
                lateness == Lateness.AFTER_GRACE,
                brought.awards(),
                brought.explanation().stream().map(Saying::of).toList(),
                List.of());
        book.judged().write(judged, brought);
        return judged;
    }

    /** Within the grace limits and experience are those of then; budgets and balance are those of now. */
    private Evaluation evaluated(Happening happening, String tier) {
        LocalDate day = happening.local().toLocalDate();
        boolean then = lateness == Lateness.WITHIN_GRACE;
        MemberThen before = then ? MemberThen.before(purchase, book, member) : null;
        MemberStanding standing = then
                ? before.standing(tier, happening, version)
                : member.standing(tier, day, happening.store(), version);
        Counters counters = new Counters(
                then ? before.limits() : member.limits().now(),
                book.budgets().of(version.id()),
                member.passbook().balances());
        Evaluation brought = EvaluationRules.evaluate(
                happening, standing, counters, book.rules().switches(version.id()), version);
        if (then) member.limits().add(UseRules.of(brought.awards(), version, day, happening.at()));
        else member.limits().become(brought.after().member());
        book.budgets().become(version.id(), brought.after().budgets());
        return brought;
    }

    private void credit(Evaluation brought, String tier, Cause cause) {
        Instant earnedAt = purchase.judgedAt();
        List<NewLot> lots = OpeningRules.lots(
                brought.awards(),
                version,
                tier,
                earnedAt,
                book.contacts().earlier(member, purchase.purchaseId(), earnedAt));
        Origin origin = Origin.purchase(purchase.purchaseId(), cause.eventId());
        Instant now = purchase.recordedAt().isAfter(cause.recordedAt()) ? purchase.recordedAt() : cause.recordedAt();
        member.passbook().earn(lots, earnedAt, now, origin, !lateness.countsForTier());
        if (lateness.countsForTier()) member.earned(lots, now, version);
    }
}
