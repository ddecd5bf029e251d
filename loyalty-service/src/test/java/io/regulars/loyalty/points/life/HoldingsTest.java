package io.regulars.loyalty.points.life;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulars.loyalty.points.life.Holdings.Step;
import io.regulars.loyalty.points.life.Movement.Place;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    @Test
    void later_earnings_repay_debt_first() {
        Holdings owing = Holdings.NONE.after(Movement.OWED, 80);
        assertEquals(-80, owing.balance());
        Holdings earned = owing;
        for (var step : owing.earning(100)) earned = earned.after(step.movement(), step.points());
        assertEquals(20, earned.balance());
        assertEquals(0, earned.debt());
        Holdings little = owing;
        for (var step : owing.earning(30)) little = little.after(step.movement(), step.points());
        assertEquals(-50, little.balance());
        assertEquals(0, little.in(Place.ACTIVE));
    }

    @Test
    void confirming_a_hold_takes_it_from_what_is_held() {
        Holdings held = Holdings.NONE.after(Movement.EARNED, 100).after(Movement.SET_ASIDE, 40);
        Holdings confirmed = held.after(Movement.CONFIRMED, 30).after(Movement.RELEASED, 10);
        assertEquals(70, confirmed.in(Place.ACTIVE));
        assertEquals(0, confirmed.in(Place.HELD));
        assertThrows(IllegalStateException.class, () -> confirmed.after(Movement.CONFIRMED, 1));
    }

    @Test
    void what_is_not_there_cannot_move() {
        assertThrows(IllegalStateException.class, () -> Holdings.NONE.after(Movement.SPENT, 1));
        assertThrows(IllegalStateException.class, () -> Holdings.NONE.after(Movement.ACTIVATED, 1));
        assertThrows(IllegalStateException.class, () -> Holdings.NONE.after(Movement.DEBT_FORGIVEN, 1));
        assertThrows(IllegalArgumentException.class, () -> Holdings.NONE.after(Movement.EARNED, 0));
    }

    @Test
    void what_is_earned_without_debt_repays_nothing_and_debt_is_repaid_to_the_last_point() {
        assertEquals(List.of(new Step(Movement.EARNED, 5)), Holdings.NONE.earning(5));
        Holdings owing = Holdings.NONE.after(Movement.OWED, 5);
        assertEquals(List.of(new Step(Movement.EARNED, 5), new Step(Movement.DEBT_REPAID, 5)), owing.earning(5));
        Holdings even = owing.after(Movement.EARNED, 6).after(Movement.DEBT_REPAID, 5);
        assertEquals(1, even.balance());
        assertThrows(IllegalStateException.class, () -> even.after(Movement.DEBT_REPAID, 1));
    }

    @Test
    void the_books_call_movements_and_places_as_they_always_did() {
        assertEquals(
                "earned earned_pending activated pending_cancelled set_aside released confirmed spent returned expired"
                        + " reinstated reversed owed debt_repaid debt_forgiven adjusted_up adjusted_down"
                        + " transferred_in transferred_in_pending transferred_out transferred_out_pending"
                        + " debt_transferred_in debt_transferred_out forfeited",
                Arrays.stream(Movement.values()).map(Movement::storedAs).collect(joining(" ")));
        assertEquals(
                "active pending held debt issued redeemed reversed gone adjustments others",
                Arrays.stream(Place.values()).map(Place::storedAs).collect(joining(" ")));
    }

    // active = what was earned at once, activated, released, returned, … less what was held, spent, expired, …
    @Test
    void whatever_moves_active_is_what_came_in_less_what_went_out_and_all_places_together_are_0() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            Holdings now = Holdings.NONE;
            Map<Movement, Long> sums = new EnumMap<>(Movement.class);
            for (int step = 0; step < 60; step++) {
                Movement movement = Movement.values()[random.nextInt(Movement.values().length)];
                long points = 1 + random.nextInt(50);
                try {
                    now = now.after(movement, points);
                    sums.merge(movement, points, Long::sum);
                } catch (IllegalStateException notThere) {
                    continue;
                }
            }
            assertEquals(cameIn(sums) - wentOut(sums), now.in(Place.ACTIVE));
            assertEquals(
                    0, now.places().values().stream().mapToLong(Long::longValue).sum());
            assertEquals(now.in(Place.ACTIVE) - now.debt(), now.balance());
        }
    }

    private static long cameIn(Map<Movement, Long> sums) {
        return sum(sums, Movement.EARNED, Movement.ACTIVATED, Movement.RELEASED, Movement.RETURNED)
                + sum(sums, Movement.REINSTATED, Movement.ADJUSTED_UP, Movement.TRANSFERRED_IN);
    }

    private static long wentOut(Map<Movement, Long> sums) {
        return sum(sums, Movement.SET_ASIDE, Movement.SPENT, Movement.EXPIRED, Movement.REVERSED)
                + sum(sums, Movement.ADJUSTED_DOWN, Movement.TRANSFERRED_OUT, Movement.DEBT_REPAID, Movement.FORFEITED);
    }

    private static long sum(Map<Movement, Long> sums, Movement... movements) {
        long sum = 0;
        for (Movement each : movements) sum += sums.getOrDefault(each, 0L);
        return sum;
    }
}
