package io.regulars.loyalty.assessment.late;

import static io.regulars.loyalty.Club.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.MembershipEvent.Adjustment;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.life.Movement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receipt that comes late is judged as if it had come then, and what follows for others is made good. */
class LateReceiptTest {

    private static final String BASE = "earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }\n";
    private static final String TIERS = BASE + """
            tiers:
              basis: netSpend
              window: { kind: ever }
              levels: [{ id: low, threshold: 0 }, { id: mid, threshold: 100, multiply: 2 }]
            """;

    @Test
    void a_tier_that_would_have_been_reached_earlier_is_made_good_for_what_was_bought_since() {
        LateTill till = new LateTill(TIERS);
        till.buys("first", "02-05T12", "02-05T12", 10_00);
        till.buys("second", "02-06T12", "02-06T12", 20_00);
        till.buys("late", "02-03T12", "02-08T12", 100_00);
        assertEquals(2 * 10 + 2 * 20 + 100, till.active());
        assertEquals(List.of(10L, 20L), till.madeGood());
        till.buys("third", "02-09T12", "02-09T12", 1_00);
        assertEquals(2 * 10 + 2 * 20 + 100 + 2, till.active());
    }

    @Test
    void the_cause_names_the_late_receipt_and_the_entry_the_one_that_was_made_good() {
        LateTill till = new LateTill(TIERS);
        till.buys("first", "02-05T12", "02-05T12", 10_00);
        till.buys("late", "02-03T12", "02-08T12", 100_00);
        Transfer posted = till.posted(Movement.ADJUSTED_UP).get(0);
        assertEquals(id("first"), posted.origin().purchaseId());
        assertEquals(id("told " + id("late")), posted.origin().causedBy());
        assertEquals(id("late"), till.judged("first").madeGood().get(0).latePurchaseId());
        PointsAdjusted said = till.said(PointsAdjusted.class).get(0);
        assertEquals(Adjustment.LATE_RECEIPT, said.kind());
        assertEquals(10, said.amount());
        assertEquals(120, said.points().balance());
    }

    @Test
    void the_same_difference_is_never_paid_twice() {
        LateTill till = new LateTill(TIERS);
        till.buys("first", "02-05T12", "02-05T12", 10_00);
        till.buys("late", "02-03T12", "02-08T12", 100_00);
        till.buys("late", "02-03T12", "02-09T12", 100_00);
        till.buys("later still", "02-02T12", "02-09T13", 100_00);
        assertEquals(2 * 10 + 2 * 100 + 100, till.active());
        assertEquals(List.of(10L, 100L), till.madeGood());
    }

    @Test
    void what_was_bought_before_the_late_one_stays_as_it_was() {
        LateTill till = new LateTill(TIERS);
        till.buys("before", "02-02T12", "02-02T12", 10_00);
        till.buys("late", "02-03T12", "02-08T12", 100_00);
        assertEquals(110, till.active());
    }

    @Test
    void after_the_grace_nothing_follows() {
        LateTill till = new LateTill(TIERS);
        till.buys("first", "02-05T12", "02-05T12", 10_00);
        till.buys("late", "02-03T12", "02-18T12", 100_00);
        assertEquals(110, till.active());
        assertEquals("low", till.tier());
    }

    @Test
    void a_tier_of_the_next_period_is_made_good_from_that_period_on() {
        LateTill till = new LateTill(BASE + """
                tiers:
                  basis: netSpend
                  window: { kind: calendar, unit: month }
                  hold: { until: endOfPeriod }
                  upgrade: nextPeriod
                  levels: [{ id: low, threshold: 0 }, { id: mid, threshold: 100, multiply: 2 }]
                """);
        till.buys("same month", "01-30T12", "01-30T12", 10_00);
        till.buys("next month", "02-02T12", "02-02T12", 20_00);
        till.buys("late", "01-29T12", "02-03T12", 90_00);
        assertEquals(10 + 2 * 20 + 90, till.active());
    }

    @Test
    void what_is_made_good_counts_for_the_tier_like_what_it_is_made_good_for() {
        LateTill till = new LateTill(BASE + """
                tiers:
                  basis: points
                  window: { kind: ever }
                  levels:
                    - { id: low, threshold: 0 }
                    - { id: mid, threshold: 100, multiply: 2 }
                    - { id: high, threshold: 200, multiply: 3 }
                """);
        till.buys("first", "02-05T12", "02-05T12", 50_00);
        till.buys("second", "02-06T12", "02-06T12", 10_00);
        till.buys("late", "02-03T12", "02-08T12", 100_00);
        assertEquals(List.of(50L, 20L), till.madeGood());
        assertEquals("high", till.tier());
    }

    @Test
    void points_made_good_go_back_with_the_goods_that_earned_them() {
        LateTill till = new LateTill(TIERS);
        till.buys("first", "02-05T12", "02-05T12", 10_00);
        till.buys("late", "02-03T12", "02-08T12", 100_00);
        till.brings("first", "02-09T12", 5_00);
        assertEquals(110, till.active());
        till.brings("first", "02-10T12", 5_00);
        assertEquals(100, till.active());
    }

    @Test
    void what_came_back_before_is_not_made_good() {
        LateTill till = new LateTill(TIERS);
        till.buys("first", "02-05T12", "02-05T12", 10_00);
        till.brings("first", "02-06T12", 5_00);
        till.buys("late", "02-03T12", "02-08T12", 100_00);
        assertEquals(110, till.active());
        assertEquals(5, till.judged("first").madeGood().get(0).cameBack());
        till.brings("first", "02-09T12", 5_00);
        assertEquals(100, till.active());
        assertTrue(till.posted(Movement.OWED).isEmpty());
    }

    @Test
    void what_is_not_posted_uses_no_budget() {
        LateTill till = new LateTill("""
                earning:
                  budgets: [{ id: all, points: 130 }]
                  rules: [{ id: base, gives: { points: 1, per: 1 }, limits: { budget: all } }]
                """ + TIERS.substring(BASE.length()));
        till.buys("first", "02-05T12", "02-05T12", 10_00);
        till.brings("first", "02-06T12", 10_00);
        till.buys("late", "02-03T12", "02-08T12", 100_00);
        assertTrue(till.judged("first").madeGood().isEmpty());
        till.buys("third", "02-09T12", "02-09T12", 10_00);
        assertEquals(100 + 20, till.active());
    }
}
