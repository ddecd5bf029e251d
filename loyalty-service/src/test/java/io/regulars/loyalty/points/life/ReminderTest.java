package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.points.life.ExpiryTest.BERLIN;
import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static io.regulars.loyalty.points.life.LotsTest.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.points.life.ReminderRules.Reminder;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is announced of points that end, and what a night that was missed does to it. */
class ReminderTest {

    private static final List<Period> AHEAD = List.of(Period.ofDays(30), Period.ofDays(7));
    private static final List<DatedLot> LOTS = List.of(
            lot(1, "2026-01-01T00:00", "2026-05-01T00:00", 10), lot(2, "2026-01-01T00:00", "2026-06-15T00:00", 5));
    private static final WalletReading SHOWN = WalletReading.of(LOTS, at("2026-03-01T00:00"));

    @Test
    void of_several_that_were_missed_the_last_one_stands_for_all() {
        assertEquals(
                List.of(new Reminder(at("2026-05-01T00:00"), Period.ofDays(7), 10)), due("2026-03-01", "2026-04-25"));
        assertEquals(
                List.of(new Reminder(at("2026-05-01T00:00"), Period.ofDays(30), 10)), due("2026-03-01", "2026-04-23"));
    }

    @Test
    void what_was_said_is_not_said_again_and_what_is_not_yet_near_is_not_said() {
        assertEquals(List.of(), due("2026-04-01", "2026-04-23"));
        assertEquals(1, due("2026-03-31", "2026-04-01").size());
        assertEquals(List.of(), due("2026-03-31", "2026-03-31"));
    }

    @Test
    void what_is_gone_by_a_day_is_what_ends_up_to_it() {
        assertEquals(0, SHOWN.goneBy(at("2026-04-30T23:59")));
        assertEquals(10, SHOWN.goneBy(at("2026-05-01T00:00")));
        assertEquals(10, SHOWN.goneBy(at("2026-06-14T23:59")));
        assertEquals(15, SHOWN.goneBy(at("2026-06-15T00:00")));
    }

    @Test
    void an_empty_lot_is_not_active_and_nothing_can_be_taken_from_it() {
        DatedLot empty = lot(1, "2026-01-01T00:00", null, 0);
        assertFalse(empty.isActive(at("2026-02-01T00:00")));
        assertTrue(empty.less(-1).isActive(at("2026-02-01T00:00")));
        assertEquals(
                List.of(), SpendingRules.upTo(List.of(empty), 5, each -> true).draws());
    }

    @Test
    void taking_nothing_takes_nothing_and_less_than_nothing_cannot_be_taken() {
        assertEquals(0, SpendingRules.upTo(LOTS, 0, each -> true).points());
        assertThrows(IllegalArgumentException.class, () -> SpendingRules.upTo(LOTS, -1, each -> true));
    }

    private static List<Reminder> due(String said, String today) {
        return ReminderRules.due(SHOWN, LocalDate.parse(said), LocalDate.parse(today), AHEAD, BERLIN);
    }
}
