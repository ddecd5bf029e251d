package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.refund.takeback.SoldLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a receipt earned or took back what it did, in sentences a cashier can read out. */
final class ExplanationRules {

    private ExplanationRules() {}

    /** @param now what the receipt brought in all; @param told how it was judged where it counts first, if it counts */
    static List<String> purchase(
            PurchaseAssessed first,
            long now,
            KeptPurchase purchase,
            ProgrammeVersion programme,
            Optional<Judged> told) {
        List<String> why = new ArrayList<>();
        if (first.outcome() == Outcome.NOTHING_TO_EARN)
            why.add(nothing(told.map(Judged::verdicts).orElse(List.of())));
        for (Award award : first.awards()) why.add(earned(award, purchase, programme));
        told.ifPresent(judged -> judged.madeGood().forEach(more -> why.addAll(madeGood(more))));
        return complete(why, first, now);
    }

    /** What the ledger calls adjusted_up for this receipt. */
    private static List<String> madeGood(MadeGood more) {
        return more.awards().stream()
                .map(Judged::told)
                .map(award -> line(award) + " earned " + award.points() + " more by rule " + award.rule()
                        + ", as receipt " + more.latePurchaseId() + " before it came late.")
                .toList();
    }

    static List<String> refund(PurchaseAssessed first, long now, KeptRefund refund) {
        List<String> why = new ArrayList<>();
        String what = refund.originalId() == null ? "what the same money earns today" : "what was earned on it";
        for (Award award : first.awards()) {
            why.add(line(award) + " took back " + -award.points() + " points: " + what + ".");
        }
        return complete(why, first, now);
    }

    /** Where all rules were silenced by the same thing, that is what is to be said. */
    private static String nothing(List<Saying> rules) {
        List<String> reasons = rules.stream().map(Saying::why).distinct().toList();
        boolean none = rules.stream().noneMatch(Saying::applied);
        if (none && reasons.size() == 1) return "Nothing was earned: " + reasons.get(0) + ".";
        return none && !rules.isEmpty() ? "No rule applied." : reason(Outcome.NOTHING_TO_EARN);
    }

    private static List<String> complete(List<String> why, PurchaseAssessed first, long now) {
        if (why.isEmpty()) why.add(reason(first.outcome()));
        long then = first.points() == null ? 0 : first.points().earned();
        if (now != then) why.add("With all that came since it stands at " + now + " points.");
        return why;
    }

    private static String earned(Award award, KeptPurchase purchase, ProgrammeVersion programme) {
        long paid = purchase.sold().stream()
                .filter(line -> line.line() == award.line())
                .mapToLong(SoldLine::amount)
                .sum();
        String of = award.line() == 0 ? "" : " for the " + money(paid, programme) + " paid for it";
        String less = award.refusal() == null ? "" : " of " + award.desired() + ", as " + award.refusal();
        return line(award) + " earned " + award.points() + less + " by rule " + award.rule() + of + ".";
    }

    private static String line(Award award) {
        return award.line() == 0 ? "The receipt as a whole" : "Line " + award.line();
    }

    private static String money(long minorUnits, ProgrammeVersion programme) {
        int digits = Math.max(0, programme.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(minorUnits, digits).toPlainString() + " " + programme.currency();
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case EARNED, NOTHING_TO_EARN -> "The receipt is worth less than one point.";
            case REVERSED, NOTHING_TO_REVERSE -> "What came back had earned no points, or they were taken back before.";
            case WAITING -> "The purchase it refers to had not arrived.";
            case NOT_MEMBER -> "The customer was not a member.";
            case BEFORE_ENROLMENT -> "It lies before the day from which the membership counts.";
            case ANONYMOUS -> "Nobody was named on the receipt.";
            case TRAINING -> "It is a training receipt.";
        };
    }
}
