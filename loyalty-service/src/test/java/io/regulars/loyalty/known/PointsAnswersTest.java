package io.regulars.loyalty.known;

import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static io.regulars.loyalty.points.life.ExpiryTest.dates;
import static io.regulars.loyalty.points.life.ExpiryTest.rolling;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.DueRules;
import io.regulars.loyalty.points.life.ExpiryRules;
import io.regulars.loyalty.points.life.Holdings;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.points.life.Movement.Place;
import io.regulars.loyalty.points.life.SpendingRules;
import io.regulars.loyalty.points.life.SpendingRules.Draw;
import io.regulars.loyalty.points.life.WalletReading;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.ExpiryPolicy.RoundedTo;
import io.regulars.loyalty.programme.document.RefundPolicy.WhenSpent;
import io.regulars.loyalty.refund.takeback.SettlementRules;
import io.regulars.loyalty.refund.takeback.SettlementRules.Settlement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of the same points with peers. */
class PointsAnswersTest {

    private static final Calendar BERLIN = new Calendar(Cafe.BERLIN, DayOfWeek.MONDAY);
    private static final Instant NOW = at("2026-03-10T12:00");

    @Test
    @KnownAnswer(row = 13, then = "rejected: not enough points")
    void row_13_100_cannot_be_spent_of_90() {
        List<DatedLot> lots = List.of(lot(1, "2026-01-01T00:00", null, 100));
        List<DatedLot> left = SpendingRules.spend(lots, 10, NOW).orElseThrow().after();
        assertTrue(SpendingRules.spend(left, 100, NOW).isEmpty());
        assertEquals(90, WalletReading.of(left, NOW).active());
    }

    @Test
    @KnownAnswer(row = 14, then = "one lot-expired event; 100 left")
    void row_14_only_the_older_lot_expires() {
        List<DatedLot> lots = List.of(
                lot(1, "2026-02-27T12:00", "2026-03-10T12:00", 100),
                lot(2, "2026-02-28T12:00", "2026-03-11T12:00", 100));
        var posted = DueRules.post(lots, NOW);
        assertEquals(List.of(1L), posted.due().stream().map(DueRules.Due::lot).toList());
        assertEquals(100, WalletReading.of(posted.after(), NOW).active());
    }

    @Test
    @KnownAnswer(row = 16, then = "equal")
    void row_16_what_lots_hold_is_what_movements_left() {
        Random random = new Random(6);
        for (int round = 0; round < 100; round++) {
            List<DatedLot> lots = new ArrayList<>();
            Holdings holdings = Holdings.NONE;
            for (int step = 1; step < 40; step++) {
                Instant now = NOW.plusSeconds(step * 86_400L);
                var night = DueRules.post(lots, now);
                lots = new ArrayList<>(night.after());
                for (DueRules.Due due : night.due()) {
                    if (due.points() > 0) holdings = holdings.after(Movement.EXPIRED, due.points());
                }
                long points = 1 + random.nextInt(50);
                if (random.nextBoolean()) {
                    Instant end = random.nextBoolean() ? null : now.plusSeconds(86_400L * random.nextInt(1, 20));
                    lots.add(new DatedLot(step, "points", now, now, end, points, State.ACTIVE));
                    holdings = holdings.after(Movement.EARNED, points);
                } else {
                    var spent = SpendingRules.spend(lots, points, now);
                    if (spent.isEmpty()) continue;
                    lots = new ArrayList<>(spent.get().after());
                    holdings = holdings.after(Movement.SPENT, points);
                }
                assertEquals(
                        holdings.in(Place.ACTIVE), WalletReading.of(lots, now).active());
            }
        }
    }

    @Test
    @KnownAnswer(row = 17, then = "expire at midnight starting 2019-01-01")
    void row_17_the_end_of_the_year() {
        assertEquals(at("2019-01-01T00:00"), ends(dates(Period.ZERO, "12-31"), "2018-06-01T12:00"));
    }

    @Test
    @KnownAnswer(row = 18, then = "usable through 25 February")
    void row_18_a_month_after_25_january() {
        assertEquals(at("2025-02-26T00:00"), ends(rolling(Period.ofMonths(1), RoundedTo.DAY), "2025-01-25T15:00"));
    }

    @Test
    @KnownAnswer(row = 19, then = "expire at the end of 28 February")
    void row_19_a_month_after_31_january() {
        assertEquals(at("2025-03-01T00:00"), ends(rolling(Period.ofMonths(1), RoundedTo.DAY), "2025-01-31T15:00"));
    }

    @Test
    @KnownAnswer(row = 20, then = "the lot with the nearest expiry is consumed first")
    void row_20_the_nearest_expiry_first() {
        List<DatedLot> lots = List.of(
                lot(1, "2026-01-01T00:00", "2027-01-01T00:00", 10), lot(2, "2026-02-01T00:00", "2026-04-01T00:00", 10));
        assertEquals(
                List.of(new Draw(2, 5)),
                SpendingRules.spend(lots, 5, NOW).orElseThrow().draws());
    }

    @Test
    @KnownAnswer(row = 21, then = "points deducted at 2026-01-01 00:00")
    void row_21_what_expires_on_31_december() {
        assertEquals(at("2026-01-01T00:00"), ends(dates(Period.ZERO, "12-31"), "2025-05-05T12:00"));
    }

    @Test
    @KnownAnswer(row = 22, then = "expire on 2021-08-01")
    void row_22_twelve_months_and_the_rest_of_the_last() {
        assertEquals(at("2021-08-01T00:00"), ends(rolling(Period.ofMonths(12), RoundedTo.MONTH), "2020-07-06T09:00"));
    }

    @Test
    @KnownAnswer(row = 23, then = "oldest lot first")
    void row_23_lots_that_last_equally_long_go_oldest_first() {
        List<DatedLot> lots = List.of(
                lot(2, "2026-02-01T00:00", "2027-02-01T00:00", 10), lot(1, "2026-01-01T00:00", "2027-01-01T00:00", 10));
        var taken = SpendingRules.spend(lots, 15, NOW).orElseThrow();
        assertEquals(List.of(new Draw(1, 10), new Draw(2, 5)), taken.draws());
        assertEquals(
                List.of(0L, 5L), taken.after().stream().map(DatedLot::remaining).toList());
    }

    @Test
    @KnownAnswer(row = 24, then = "lifetime = active + pending + redeemed + expired")
    void row_24_what_was_ever_earned_is_somewhere() {
        Holdings holdings = Holdings.NONE
                .after(Movement.EARNED, 100)
                .after(Movement.EARNED_PENDING, 40)
                .after(Movement.ACTIVATED, 10)
                .after(Movement.SPENT, 25)
                .after(Movement.EXPIRED, 5);
        assertEquals(140, -holdings.in(Place.ISSUED));
        assertEquals(
                140,
                holdings.in(Place.ACTIVE)
                        + holdings.in(Place.PENDING)
                        + holdings.in(Place.REDEEMED)
                        + holdings.in(Place.GONE));
    }

    @Test
    @KnownAnswer(row = 25, then = "active points must be 0")
    void row_25_who_owes_has_nothing() {
        Random random = new Random(8);
        Holdings now = Holdings.NONE;
        for (int step = 0; step < 500; step++) {
            long points = 1 + random.nextInt(100);
            if (random.nextBoolean()) {
                for (var each : now.earning(points)) now = now.after(each.movement(), each.points());
            } else {
                Settlement taken = SettlementRules.settle(points, 0, now.in(Place.ACTIVE), WhenSpent.DEBT);
                if (taken.fromActive() > 0) now = now.after(Movement.REVERSED, taken.fromActive());
                if (taken.owed() > 0) now = now.after(Movement.OWED, taken.owed());
            }
            assertTrue(now.debt() == 0 || now.in(Place.ACTIVE) == 0);
        }
    }

    @Test
    @KnownAnswer(row = 47, then = "100 from first to foo, 100 from second to bar")
    void row_47_one_source_after_the_other() {
        List<DatedLot> lots = List.of(lot(1, "2026-01-01T00:00", null, 100), lot(2, "2026-01-02T00:00", null, 110));
        var foo = SpendingRules.spend(lots, 100, NOW).orElseThrow();
        var bar = SpendingRules.spend(foo.after(), 100, NOW).orElseThrow();
        assertEquals(List.of(new Draw(1, 100)), foo.draws());
        assertEquals(List.of(new Draw(2, 100)), bar.draws());
    }

    @Test
    @KnownAnswer(row = 48, then = "rejected")
    void row_48_there_is_no_overdraft_for_spending() {
        Holdings holdings = Holdings.NONE.after(Movement.EARNED, 89);
        assertThrows(IllegalStateException.class, () -> holdings.after(Movement.SPENT, 100));
    }

    @Test
    @KnownAnswer(row = 49, then = "rejected: insufficient fund; with force it succeeds (negative balance)")
    void row_49_taking_back_what_was_spent_as_a_policy() {
        assertEquals(new Settlement(0, 0, 0, 100), SettlementRules.settle(100, 0, 0, WhenSpent.WITHIN_BALANCE));
        assertEquals(new Settlement(0, 0, 100, 0), SettlementRules.settle(100, 0, 0, WhenSpent.DEBT));
        assertEquals(-100, Holdings.NONE.after(Movement.OWED, 100).balance());
    }

    @Test
    @KnownAnswer(row = 52, then = "pending 0, posted 36")
    void row_52_holds_are_confirmed_in_part_or_released() {
        Holdings held = Holdings.NONE
                .after(Movement.EARNED, 100)
                .after(Movement.SPENT, 15)
                .after(Movement.SET_ASIDE, 54);
        Holdings done = held.after(Movement.CONFIRMED, 13)
                .after(Movement.RELEASED, 2)
                .after(Movement.RELEASED, 15)
                .after(Movement.RELEASED, 15)
                .after(Movement.CONFIRMED, 7)
                .after(Movement.CONFIRMED, 1)
                .after(Movement.RELEASED, 1);
        assertEquals(0, done.in(Place.HELD));
        assertEquals(36, done.in(Place.REDEEMED));
    }

    @Test
    @KnownAnswer(row = 53, then = "rejected: already posted")
    void row_53_a_hold_is_confirmed_once() {
        Holdings confirmed = Holdings.NONE
                .after(Movement.EARNED, 20)
                .after(Movement.SET_ASIDE, 15)
                .after(Movement.CONFIRMED, 15);
        assertThrows(IllegalStateException.class, () -> confirmed.after(Movement.CONFIRMED, 15));
        assertThrows(IllegalStateException.class, () -> confirmed.after(Movement.RELEASED, 15));
    }

    private static Instant ends(ExpiryPolicy policy, String earned) {
        return ExpiryRules.expiresAt(policy, at(earned), BERLIN);
    }

    private static DatedLot lot(long number, String start, String end, long points) {
        return new DatedLot(number, "points", at(start), at(start), end == null ? null : at(end), points, State.ACTIVE);
    }
}
