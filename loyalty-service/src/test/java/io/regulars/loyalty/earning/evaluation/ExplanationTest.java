package io.regulars.loyalty.earning.evaluation;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.Purchase;
import io.regulars.loyalty.earning.basket.ConditionFacts;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.condition.Thing;
import io.regulars.loyalty.programme.condition.Vocabulary.Scope;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final ProgrammeVersion CAFE = Cafe.version();

    @Test
    void every_rule_is_explained_once_applied_or_not() {
        Evaluation evaluation = evaluate(basket(line(1, "A", 10_00)), member("guest", null, 0, 0, false), CAFE);
        assertEquals(
                CAFE.rules().stream().map(Rule::id).toList(),
                evaluation.explanation().stream().map(Verdict::rule).toList());
        assertEquals("yes: nothing else is asked for", why(evaluation, "base"));
        assertEquals("no: no line fits: nothing that is asked for fits", why(evaluation, "red-days"));
        assertEquals("no: it applies from 15:00 to 17:00", why(evaluation, "happy-hour"));
        assertEquals("no: it does not apply in store S-1", why(evaluation, "late-show"));
        assertEquals(
                "no: basket.total >= money(\"50.00\") does not hold (basket.total is 1000)",
                why(evaluation, "big-basket"));
        assertEquals("no: it is visit 1", why(evaluation, "tenth-visit"));
        assertEquals("no: it is about signUp, not purchase", why(evaluation, "welcome"));
    }

    @Test
    void what_the_tier_multiplies_is_explained_too() {
        Evaluation evaluation = evaluate(basket(line(1, "A", 10_00)), member("friend", null, 0, 0, false), CAFE);
        assertEquals("yes: the member is in tier friend", why(evaluation, "tier:friend"));
        assertEquals(60, evaluation.points("beans"));
        assertEquals(10, evaluation.points("stars"));
    }

    @Test
    void what_operations_stopped_gives_nothing_and_says_so() {
        Switches one = new Switches(false, Set.of("base"));
        Evaluation without = EvaluationRules.evaluate(basket(line(1, "A", 10_00)), MEMBER, Counters.NONE, one, CAFE);
        assertEquals("no: it is stopped", why(without, "base"));
        assertEquals(10, without.points("stars"));
        Switches all = new Switches(true, Set.of());
        Evaluation nothing = EvaluationRules.evaluate(basket(line(1, "A", 10_00)), MEMBER, Counters.NONE, all, CAFE);
        assertTrue(nothing.awards().isEmpty());
        assertEquals("no: the programme is stopped", why(nothing, "stars"));
    }

    @Test
    void who_may_not_earn_earns_nothing_by_the_programmes_own_word() {
        assertEquals(
                0,
                evaluate(basket(line(1, "A", 10_00)), as(Status.CLOSED), CAFE).points("beans"));
        assertEquals(
                40,
                evaluate(basket(line(1, "A", 10_00)), as(Status.BLOCKED), CAFE).points("beans"));
    }

    @Test
    void other_money_earns_nothing() {
        ProgrammeVersion dollars = document("currency: USD", "", "- { id: base, gives: { points: 1, per: 1 } }");
        Evaluation evaluation = evaluate(basket(line(1, "A", 10_00)), dollars);
        assertEquals(0, evaluation.points("points"));
        assertEquals("no: the receipt is in EUR", why(evaluation, "base"));
    }

    @Test
    void a_condition_that_takes_too_many_steps_alarms_and_the_receipt_is_judged_without_it() {
        ProgrammeVersion programme = programme("""
                - { id: base, gives: { points: 1, per: 1 } }
                - id: pairs
                  gives: { fixed: 1000 }
                  when: basket.lines.all(a, basket.lines.all(b, a.amount + b.amount > 0))
                """);
        Purchase.Line[] lines =
                IntStream.rangeClosed(1, 120).mapToObj(i -> line(i, "A", 1_00)).toArray(Purchase.Line[]::new);
        Evaluation evaluation = evaluate(basket(lines), programme);
        assertEquals(120, evaluation.points("points"));
        Verdict pairs = evaluation.explanation().get(1);
        assertTrue(pairs.alarming() && !pairs.applied());
        assertFalse(evaluation.explanation().get(0).alarming());
        assertEquals(evaluation, evaluate(basket(lines), programme));
    }

    @Test
    void every_word_of_a_condition_has_something_behind_it() {
        var purchase = basket(line(1, "A", 10_00));
        var facts = new ConditionFacts(purchase, MEMBER).ofLine(0);
        for (Scope scope : List.of(Scope.PURCHASE, Scope.LINE_OF_PURCHASE)) {
            scope.variables()
                    .forEach((word, thing) -> assertTrue(
                            ((Thing) facts.get(word)).value().keySet().containsAll(thing.fieldNames()), word));
        }
        var review = Happening.contact("review", purchase.at(), Cafe.BERLIN, Map.of());
        var ofEvent = new ConditionFacts(review, MEMBER).ofAll();
        Scope.EVENT_ONLY
                .variables()
                .forEach((word, thing) -> assertEquals(
                        thing.fieldNames(), ((Thing) ofEvent.get(word)).value().keySet(), word));
    }

    private static MemberStanding as(Status status) {
        return new MemberStanding(status, "guest", JOINED, null, 0, 0, false, Map.of(), Set.of());
    }
}
