package io.regulars.loyalty.refund.takeback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.programme.document.RefundPolicy.WhenSpent;
import io.regulars.loyalty.refund.takeback.SettlementRules.Settlement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

    @ParameterizedTest
    @CsvSource({
        // policy, taken, pending, active: cancelled, from active, owed, shortfall
        "DEBT, 100, 0, 20, 0, 20, 80, 0",
        "DEBT, 100, 30, 20, 30, 20, 50, 0",
        "DEBT, 100, 100, 20, 100, 0, 0, 0",
        "WITHIN_BALANCE, 100, 30, 20, 30, 20, 0, 50",
        "WITHIN_BALANCE, 100, 0, 500, 0, 100, 0, 0",
        "ONLY_PENDING, 100, 30, 500, 30, 0, 0, 70",
        "ONLY_PENDING, 100, 0, 500, 0, 0, 0, 100"
    })
    void pending_points_go_first_and_then_it_is_the_programmes_word(
            WhenSpent policy,
            long points,
            long pending,
            long active,
            long cancelled,
            long there,
            long owed,
            long shortfall) {
        Settlement settled = SettlementRules.settle(points, pending, active, policy);
        assertEquals(new Settlement(cancelled, there, owed, shortfall), settled);
        assertEquals(points, settled.all());
    }

    @Test
    void points_that_paid_a_third_come_back_by_thirds() {
        assertEquals(333, PaidWithPointsRules.returned(1_000, 30_00, 0, 10_00));
        assertEquals(333, PaidWithPointsRules.returned(1_000, 30_00, 10_00, 10_00));
        assertEquals(334, PaidWithPointsRules.returned(1_000, 30_00, 20_00, 10_00));
        assertEquals(0, PaidWithPointsRules.returned(1_000, 30_00, 30_00, 10_00));
        assertEquals(0, PaidWithPointsRules.returned(1_000, 0, 0, 0));
    }

    @Test
    void any_split_returns_all_points_that_were_paid_with() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            long spent = random.nextInt(5_000);
            long total = 1 + random.nextInt(100_00);
            long returned = 0;
            for (long before = 0; before < total; ) {
                long now = Math.min(total - before, 1 + random.nextInt(20_00));
                returned += PaidWithPointsRules.returned(spent, total, before, now);
                before += now;
            }
            assertEquals(spent, returned);
        }
    }
}
