package io.regulars.loyalty.assessment;

import static io.regulars.loyalty.earning.evaluation.Scene.line;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.Purchase;
import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.loyalty.earning.evaluation.Scene;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cashier can read out of a receipt. */
class ExplanationRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final UUID ANA = new UUID(1, 1);
    private static final UUID LATE = new UUID(7, 7);
    private static final ProgrammeVersion CLUB = Scene.programme("- { id: base, gives: { points: 1, per: 1 } }");
    private static final KeptPurchase BOUGHT = new KeptPurchase(
            new UUID(2, 2),
            ANA,
            false,
            NOON,
            NOON,
            new Purchase(
                    "S-1",
                    "T-1",
                    "R-1",
                    null,
                    NOON,
                    "store",
                    "EUR",
                    15_50L,
                    true,
                    0,
                    0,
                    0,
                    false,
                    null,
                    List.of(line(1, "A", 10_00), line(2, "B", 5_50)),
                    null,
                    List.of()),
            null,
            null,
            List.of());

    @Test
    void each_award_is_told_with_its_line_its_rule_and_what_was_paid() {
        PurchaseAssessed earned = assessed(
                Outcome.EARNED,
                15,
                new MembershipEvent.Award(1, "base", 10, "points", 7, null, null),
                new MembershipEvent.Award(2, "base", 3, "points", 7, 5L, "the cap of 13 in this day is reached"),
                new MembershipEvent.Award(0, "gift", 2, "points", 7, null, null));
        assertEquals(
                List.of(
                        "Line 1 earned 10 by rule base for the 10.00 EUR paid for it.",
                        "Line 2 earned 3 of 5, as the cap of 13 in this day is reached by rule base for the 5.50 EUR"
                                + " paid for it.",
                        "The receipt as a whole earned 2 by rule gift."),
                purchase(earned, 15, Optional.empty()));
    }

    @Test
    void what_came_since_is_told_too() {
        PurchaseAssessed earned =
                assessed(Outcome.EARNED, 10, new MembershipEvent.Award(1, "base", 10, "points", 7, null, null));
        var award = new io.regulars.loyalty.earning.evaluation.Award(1, "twice", 7, "points", 10, 10, null);
        Judged judged = judged(List.of(), List.of(new MadeGood(LATE, List.of(award), 0)));
        assertEquals(
                List.of(
                        "Line 1 earned 10 by rule base for the 10.00 EUR paid for it.",
                        "Line 1 earned 10 more by rule twice, as receipt " + LATE + " before it came late.",
                        "With all that came since it stands at 20 points."),
                purchase(earned, 20, Optional.of(judged)));
    }

    @Test
    void where_all_rules_were_silenced_by_the_same_thing_that_is_told() {
        PurchaseAssessed nothing = assessed(Outcome.NOTHING_TO_EARN, 0);
        Saying stopped = new Saying("base", false, "the programme is stopped");
        assertEquals(
                List.of("Nothing was earned: the programme is stopped."),
                purchase(nothing, 0, said(stopped, new Saying("gift", false, "the programme is stopped"))));
        assertEquals(
                List.of("No rule applied."), purchase(nothing, 0, said(stopped, new Saying("gift", false, "no hat"))));
        Saying applied = new Saying("base", true, "nothing else is asked for");
        assertEquals(
                List.of("The receipt is worth less than one point."), purchase(nothing, 0, said(stopped, applied)));
        assertEquals(List.of("The receipt is worth less than one point."), purchase(nothing, 0, said(applied)));
        assertEquals(List.of("The receipt is worth less than one point."), purchase(nothing, 0, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_MEMBER       | The customer was not a member.",
                "BEFORE_ENROLMENT | It lies before the day from which the membership counts.",
                "ANONYMOUS        | Nobody was named on the receipt.",
                "TRAINING         | It is a training receipt."
            })
    void what_does_not_count_says_why(Outcome outcome, String why) {
        PurchaseAssessed first = new PurchaseAssessed(ANA, ANA, outcome, null, List.of(), null, null, NOON);
        assertEquals(List.of(why), purchase(first, 0, Optional.empty()));
        assertEquals(
                List.of(why, "With all that came since it stands at 4 points."), purchase(first, 4, Optional.empty()));
    }

    @Test
    void a_refund_tells_what_it_took_and_from_what() {
        PurchaseAssessed taken =
                assessed(Outcome.REVERSED, -12, new MembershipEvent.Award(1, "base", -12, "points", 7, null, null));
        assertEquals(
                List.of("Line 1 took back 12 points: what was earned on it."),
                ExplanationRules.refund(taken, -12, refund(new UUID(2, 2))));
        assertEquals(
                List.of("Line 1 took back 12 points: what the same money earns today."),
                ExplanationRules.refund(taken, -12, refund(null)));
        assertEquals(
                List.of("What came back had earned no points, or they were taken back before."),
                ExplanationRules.refund(assessed(Outcome.NOTHING_TO_REVERSE, 0), 0, refund(null)));
        assertEquals(
                List.of(
                        "The purchase it refers to had not arrived.",
                        "With all that came since it stands at -5 points."),
                ExplanationRules.refund(assessed(Outcome.WAITING, 0), -5, refund(new UUID(2, 2))));
    }

    private static List<String> purchase(PurchaseAssessed first, long now, Optional<Judged> told) {
        return ExplanationRules.purchase(first, now, BOUGHT, CLUB, told);
    }

    private static PurchaseAssessed assessed(Outcome outcome, long earned, MembershipEvent.Award... awards) {
        Points points = new Points(earned, 0, 100);
        return new PurchaseAssessed(BOUGHT.purchaseId(), ANA, outcome, "club", List.of(awards), points, null, NOON);
    }

    private static Optional<Judged> said(Saying... rules) {
        return Optional.of(judged(List.of(rules), List.of()));
    }

    private static Judged judged(List<Saying> rules, List<MadeGood> madeGood) {
        return new Judged(BOUGHT.purchaseId(), "club", ANA, 7, null, false, List.of(), rules, madeGood);
    }

    private static KeptRefund refund(UUID original) {
        return new KeptRefund(
                new UUID(3, 3),
                original,
                ANA,
                ANA,
                NOON,
                NOON,
                "EUR",
                10_00,
                List.of(),
                KeptRefund.State.COUNTED,
                0,
                0,
                null,
                true);
    }
}
