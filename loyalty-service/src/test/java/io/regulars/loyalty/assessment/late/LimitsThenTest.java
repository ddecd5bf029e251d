package io.regulars.loyalty.assessment.late;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits, visits and firsts are those of the moment a late receipt happened; what others were told stays theirs. */
class LimitsThenTest {

    @Test
    void a_cap_is_as_it_was_then_and_full_for_whoever_comes_after() {
        LateTill till = rule("gives: { points: 1, per: 1 }, limits: { cap: { points: 100, per: day } }");
        till.buys("noon", "02-05T12", "02-05T12", 90_00);
        till.buys("late", "02-05T10", "02-08T12", 60_00);
        assertEquals(90 + 60, till.active());
        till.buys("late too", "02-05T18", "02-08T13", 10_00);
        assertEquals(90 + 60, till.active());
    }

    @Test
    void a_limit_of_another_period_is_not_touched() {
        LateTill till = rule("gives: { fixed: 10 }, limits: { times: { most: 1, per: day } }");
        till.buys("today", "02-08T10", "02-08T10", 5_00);
        till.buys("late", "02-05T10", "02-08T12", 5_00);
        till.buys("today again", "02-08T13", "02-08T13", 5_00);
        assertEquals(20, till.active());
    }

    @Test
    void a_cool_down_never_goes_backwards() {
        LateTill till = rule("gives: { fixed: 10 }, limits: { coolDown: P3D }");
        till.buys("now", "02-08T12", "02-08T12", 5_00);
        till.buys("late", "02-04T12", "02-08T13", 5_00);
        assertEquals(20, till.active());
        till.buys("in between", "02-09T12", "02-09T12", 5_00);
        assertEquals(20, till.active());
        till.buys("after it", "02-11T12", "02-11T12", 5_00);
        assertEquals(30, till.active());
    }

    @Test
    void a_cool_down_that_ran_then_holds_and_one_that_would_have_begun_earlier_is_made_good() {
        LateTill till = rule("gives: { fixed: 10 }, limits: { coolDown: P2D }");
        till.buys("first", "02-03T12", "02-03T12", 5_00);
        till.buys("refused", "02-04T18", "02-04T18", 5_00);
        till.buys("late", "02-02T12", "02-06T12", 5_00);
        assertEquals(List.of(10L), till.madeGood());
        till.buys("late too", "02-03T18", "02-06T13", 5_00);
        assertEquals(30, till.active());
    }

    @Test
    void the_first_purchase_is_the_first_that_happened_and_the_one_that_was_told_so_keeps_it() {
        LateTill till = rule("gives: { fixed: 10 }, occasion: { firstPurchase: true }");
        till.buys("told so", "02-05T12", "02-05T12", 5_00);
        till.buys("late", "02-04T12", "02-07T12", 5_00);
        assertEquals(20, till.active());
        till.buys("late and second", "02-04T13", "02-07T13", 5_00);
        assertEquals(20, till.active());
    }

    @Test
    void who_would_have_come_for_the_third_time_gets_what_the_third_visit_brings() {
        LateTill till = rule("gives: { fixed: 10 }, occasion: { visit: 3 }");
        till.buys("one", "02-03T12", "02-03T12", 5_00);
        till.buys("two", "02-06T12", "02-06T12", 5_00);
        till.buys("late", "02-04T12", "02-07T12", 5_00);
        assertEquals(List.of(10L), till.madeGood());
        till.buys("four", "02-08T12", "02-08T12", 5_00);
        assertEquals(10, till.active());
    }

    @Test
    void a_budget_goes_by_arrival() {
        LateTill till = new LateTill("""
                earning:
                  budgets: [{ id: gifts, points: 15 }]
                  rules: [{ id: gift, gives: { fixed: 10 }, limits: { budget: gifts } }]
                """);
        till.buys("first", "02-05T12", "02-05T12", 5_00);
        till.buys("late", "02-04T12", "02-07T12", 5_00);
        assertEquals(15, till.active());
    }

    private static LateTill rule(String rule) {
        return new LateTill("earning: { rules: [{ id: rule, " + rule + " }] }\n");
    }
}
