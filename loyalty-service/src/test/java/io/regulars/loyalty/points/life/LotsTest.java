package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.points.life.ExpiryTest.BERLIN;
import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.DueRules.Due;
import io.regulars.loyalty.points.life.DueRules.Posted;
import io.regulars.loyalty.points.life.ReminderRules.Reminder;
import io.regulars.loyalty.points.life.SpendingRules.Draw;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lots are spent in order, and are what their dates say whether or not anybody has posted it. */
class LotsTest {

    @Test
    void the_lot_that_expires_first_is_spent_first() {
        List<DatedLot> lots = List.of(
                lot(1, "2026-01-01T00:00", "2027-01-01T00:00", 100),
                lot(2, "2026-02-01T00:00", "2026-04-01T00:00", 50));
        List<DatedLot> after = SpendingRules.spend(lots, 60, at("2026-03-01T12:00"))
                .orElseThrow()
                .after();
        assertEquals(90, WalletReading.of(after, at("2026-04-01T00:00")).active());
    }

    @Test
    void what_was_spent_before_its_end_does_not_expire() {
        DatedLot january = lot(1, "2026-01-01T00:00", "2026-02-01T00:00", 100);
        List<DatedLot> lots = new ArrayList<>(SpendingRules.spend(List.of(january), 60, at("2026-01-10T00:00"))
                .orElseThrow()
                .after());
        lots.add(lot(2, "2026-01-20T00:00", "2027-01-01T00:00", 50));
        assertEquals(90, WalletReading.of(lots, at("2026-01-31T23:59")).active());
        assertEquals(50, WalletReading.of(lots, at("2026-02-01T00:00")).active());
    }

    @Test
    void never_expiring_lots_come_last_and_of_equal_ones_the_oldest_first() {
        List<DatedLot> lots = List.of(
                lot(1, "2026-01-01T00:00", null, 10),
                lot(3, "2026-01-03T00:00", "2026-06-01T00:00", 10),
                lot(2, "2026-01-02T00:00", "2026-06-01T00:00", 10),
                lot(4, "2026-01-02T00:00", "2026-06-01T00:00", 10));
        List<Draw> draws = SpendingRules.spend(lots, 35, at("2026-02-01T00:00"))
                .orElseThrow()
                .draws();
        assertEquals(List.of(new Draw(2, 10), new Draw(4, 10), new Draw(3, 10), new Draw(1, 5)), draws);
    }

    @Test
    void more_than_there_is_spends_nothing() {
        List<DatedLot> lots = List.of(lot(1, "2026-01-01T00:00", "2026-06-01T00:00", 90));
        assertTrue(SpendingRules.spend(lots, 100, at("2026-02-01T00:00")).isEmpty());
        assertTrue(SpendingRules.spend(lots, 90, at("2026-06-01T00:00")).isEmpty());
    }

    @Test
    void start_and_end_hold_at_their_instant_before_and_after_they_are_posted() {
        DatedLot lot = new DatedLot(
                1,
                "points",
                at("2026-01-01T12:00"),
                at("2026-01-15T12:00"),
                at("2026-03-01T00:00"),
                100,
                State.PENDING);
        Instant start = at("2026-01-15T12:00");
        Instant end = at("2026-03-01T00:00");
        for (List<DatedLot> lots :
                List.of(List.of(lot), DueRules.post(List.of(lot), start).after())) {
            assertEquals(0, WalletReading.of(lots, start.minusMillis(1)).active());
            assertEquals(100, WalletReading.of(lots, start).active());
            assertEquals(100, WalletReading.of(lots, end.minusMillis(1)).active());
            assertEquals(0, WalletReading.of(lots, end).active());
            assertTrue(SpendingRules.spend(lots, 100, start).isPresent());
        }
    }

    @Test
    void a_pending_lot_shows_when_it_starts_and_one_that_waits_for_an_event_does_not() {
        DatedLot dated =
                new DatedLot(1, "points", at("2026-01-01T12:00"), at("2026-01-15T12:00"), null, 30, State.PENDING);
        DatedLot waiting = new DatedLot(2, "points", at("2026-01-01T12:00"), null, null, 12, State.PENDING);
        WalletReading reading = WalletReading.of(List.of(dated, waiting), at("2026-01-02T00:00"));
        assertEquals(42, reading.pending());
        assertEquals(java.util.Map.of(at("2026-01-15T12:00"), 30L), reading.starting());
        assertTrue(SpendingRules.spend(List.of(dated, waiting), 1, at("2026-01-02T00:00"))
                .isEmpty());
    }

    @Test
    void a_night_posts_activation_before_expiry_and_the_next_night_nothing() {
        DatedLot brief = new DatedLot(
                1, "points", at("2026-01-01T12:00"), at("2026-01-02T00:00"), at("2026-01-03T00:00"), 7, State.PENDING);
        DatedLot old = lot(2, "2025-01-01T00:00", "2026-01-02T00:00", 5);
        Posted night = DueRules.post(List.of(brief, old), at("2026-01-05T00:00"));
        assertEquals(
                List.of(
                        new Due(1, State.ACTIVE, at("2026-01-02T00:00"), 7),
                        new Due(2, State.EXPIRED, at("2026-01-02T00:00"), 5),
                        new Due(1, State.EXPIRED, at("2026-01-03T00:00"), 7)),
                night.due());
        assertEquals(
                List.of(), DueRules.post(night.after(), at("2026-01-06T00:00")).due());
    }

    @Test
    void a_night_that_was_missed_is_made_up_for_and_ends_the_same() {
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            List<DatedLot> nightly = anyLots(random);
            List<DatedLot> once = DueRules.post(nightly, at("2026-12-01T00:00")).after();
            int posted = DueRules.post(nightly, at("2026-12-01T00:00")).due().size();
            for (int day = 0; day < 334; day++) {
                Posted night = DueRules.post(nightly, at("2026-01-01T00:00").plusSeconds(86_400L * day + 3_600));
                posted -= night.due().size();
                nightly = night.after();
            }
            Posted last = DueRules.post(nightly, at("2026-12-01T00:00"));
            assertEquals(once, last.after());
            assertEquals(last.due().size(), posted);
        }
    }

    @Test
    void an_end_is_put_off_and_never_brought_forward() {
        DatedLot lot = lot(1, "2026-01-01T00:00", "2026-06-01T00:00", 10);
        assertEquals(
                at("2026-07-01T00:00"), lot.lastingTo(at("2026-07-01T00:00")).expiresAt());
        assertEquals(
                at("2026-06-01T00:00"), lot.lastingTo(at("2026-05-01T00:00")).expiresAt());
    }

    @Test
    void an_expiry_is_announced_30_and_7_days_ahead_once_each() {
        List<DatedLot> lots = List.of(
                lot(1, "2026-01-01T00:00", "2026-05-01T00:00", 10), lot(2, "2026-01-02T00:00", "2026-05-01T00:00", 5));
        List<String> said = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 3, 1); day.isBefore(LocalDate.of(2026, 6, 1)); day = day.plusDays(1)) {
            WalletReading reading = WalletReading.of(lots, BERLIN.startOf(day));
            for (Reminder each :
                    ReminderRules.due(reading, day, List.of(Period.ofDays(30), Period.ofDays(7)), BERLIN)) {
                said.add(day + " " + each.ahead() + " " + each.points());
            }
        }
        assertEquals(List.of("2026-04-01 P30D 15", "2026-04-24 P7D 15"), said);
        assertEquals(15, WalletReading.of(lots, at("2026-04-01T00:00")).goneBy(at("2026-05-01T00:00")));
    }

    private static List<DatedLot> anyLots(Random random) {
        List<DatedLot> lots = new ArrayList<>();
        for (int i = 1; i <= 1 + random.nextInt(6); i++) {
            Instant start = at("2026-01-01T00:00").plusSeconds(random.nextInt(300 * 86_400));
            Instant end = random.nextInt(4) == 0 ? null : start.plusSeconds(1 + random.nextInt(200 * 86_400));
            lots.add(new DatedLot(i, "points", at("2026-01-01T00:00"), start, end, random.nextInt(100), State.PENDING));
        }
        return lots;
    }

    static DatedLot lot(long number, String start, String end, long points) {
        return new DatedLot(number, "points", at(start), at(start), end == null ? null : at(end), points, State.ACTIVE);
    }
}
