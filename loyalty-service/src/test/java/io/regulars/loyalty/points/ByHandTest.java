package io.regulars.loyalty.points;

import static io.regulars.loyalty.Club.NOON;
import static io.regulars.loyalty.Club.id;
import static java.time.Duration.ofDays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.Movement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Points that are given, taken, put off and brought back by hand. */
class ByHandTest {

    private static final Origin SOMEBODY = Origin.nothingBut(id("somebody"));
    private static final Instant SOON = NOON.plus(ofDays(3));
    private static final Instant LATER = NOON.plus(ofDays(30));

    @Test
    void what_is_given_opens_a_lot_and_repays_debt_first() {
        Passbook book = book(0, 30);

        book.adjust("points", 100, new Life(NOON, LATER), SOMEBODY, NOON);

        assertEquals(70, wallet(book).active());
        assertEquals(0, wallet(book).debt());
        assertEquals(LATER, wallet(book).dueAt());
        assertEquals(
                List.of(Movement.ADJUSTED_UP, Movement.DEBT_REPAID),
                book.transfers().stream().map(Transfer::way).toList());
        assertEquals(70, book.opened().get(0).remaining());
        assertEquals(100, book.opened().get(0).points());
    }

    @Test
    void what_is_taken_goes_in_spending_order_and_never_below_nothing() {
        Passbook book = book(0, 0, lot(1, 40, null), lot(2, 60, SOON), lot(3, 10, LATER));

        assertFalse(book.takeAway("points", 111, SOMEBODY, NOON));
        assertTrue(book.transfers().isEmpty() && book.moved().isEmpty());
        assertTrue(book.takeAway("points", 75, SOMEBODY, NOON));

        assertEquals(Map.of(1L, 35L, 2L, 0L, 3L, 0L), left(book, 1, 2, 3));
        assertEquals(35, wallet(book).active());
    }

    @Test
    void pending_points_are_not_taken_by_hand() {
        DatedLot waits = new DatedLot(1, "points", NOON, LATER, null, 50, State.PENDING);
        Passbook book = book(50, 0, new Lot(waits, id("bought"), 50, null, null));

        assertFalse(book.takeAway("points", 1, SOMEBODY, NOON));
    }

    @Test
    void an_end_is_put_off_and_never_brought_forward() {
        Passbook book = book(0, 0, lot(1, 40, SOON));

        book.extend(1, NOON);
        assertTrue(book.moved().isEmpty());
        book.extend(1, LATER);

        assertEquals(LATER, book.lot(1).orElseThrow().dated().expiresAt());
        assertEquals(LATER, wallet(book).dueAt());
        assertTrue(book.transfers().isEmpty());
    }

    @Test
    void what_expired_comes_back_in_a_lot_of_its_own() {
        Passbook book = book(0, 0, lot(1, 40, SOON));
        book.postDue(SOON, id("night"));

        book.reinstate("points", 40, new Life(NOON, LATER), SOMEBODY, SOON);

        assertEquals(Map.of(1L, 0L, 8L, 40L), left(book, 1, 8));
        assertEquals(State.EXPIRED, book.lot(1).orElseThrow().dated().posted());
        assertEquals(40, wallet(book).active());
    }

    @Test
    void whatever_people_do_active_points_are_what_lots_hold_and_nothing_is_lost() {
        for (int seed = 0; seed < 200; seed++) {
            Random chance = new Random(seed);
            long debt = chance.nextInt(2) * 25L;
            Passbook book = debt > 0 ? book(0, debt) : book(0, 0, lot(1, 40, SOON), lot(2, 60, null));
            long moved = wallet(book).balance();
            for (int i = 0; i < 20; i++) {
                Instant at = NOON.plus(ofDays(i));
                book.postDue(at, id("night"));
                int points = 1 + chance.nextInt(50);
                Instant ends = chance.nextBoolean() ? null : at.plus(ofDays(1 + chance.nextInt(9)));
                switch (chance.nextInt(3)) {
                    case 0 -> book.adjust("points", points, new Life(at, ends), SOMEBODY, at);
                    case 1 -> book.takeAway("points", points, SOMEBODY, at);
                    default -> book.extend(1 + chance.nextInt(20), at.plus(ofDays(5)));
                }
            }
            for (Transfer each : book.transfers()) {
                moved += delta(each);
                assertEquals(moved, each.balance(), "seed " + seed);
            }
            assertEquals(moved, wallet(book).balance(), "seed " + seed);
            assertEquals(wallet(book).active(), held(book), "seed " + seed);
        }
    }

    private static long delta(Transfer each) {
        return switch (each.way()) {
            case ADJUSTED_UP -> each.amount();
            case ADJUSTED_DOWN, EXPIRED -> -each.amount();
            default -> 0;
        };
    }

    private static long held(Passbook book) {
        long held = 0;
        for (long number = 1; number <= book.number(); number++) {
            held += book.lot(number).map(Lot::remaining).orElse(0L);
        }
        return held;
    }

    private static Map<Long, Long> left(Passbook book, long... numbers) {
        Map<Long, Long> left = new TreeMap<>();
        for (long number : numbers)
            left.put(number, book.lot(number).orElseThrow().remaining());
        return left;
    }

    private static Lot lot(long number, long points, Instant ends) {
        DatedLot dated = new DatedLot(number, "points", NOON.minus(ofDays(9)), NOON, ends, points, State.ACTIVE);
        return new Lot(dated, id("bought"), points, null, null);
    }

    /** After six transfers; active is what the lots hold. */
    private static Passbook book(long pending, long debt, Lot... lots) {
        long active = -pending;
        for (Lot lot : lots) active += lot.remaining();
        Wallet wallet = Wallet.of("points", active, pending, 0, debt, null);
        return new Passbook(id("ana"), "regulars", 6, List.of(wallet), Map.of("points", List.of(lots)));
    }

    private static Wallet wallet(Passbook book) {
        return book.wallets().get(0);
    }
}
