package io.regulars.local.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.check.evidence.Loyalty.Extension;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Loyalty.Wallet;
import io.regulars.local.check.evidence.Micros;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All of one member; purchases are 7 and 8, moments are small numbers. */
class PassbookTest {
    private final List<Lot> lots = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private long balance;

    private Lot lot(long number, int purchase, long points, String state, long startsAt, long expiresAt) {
        Lot lot = new Lot(1, "p", "points", number, purchase, points, 0, state, number, startsAt, expiresAt);
        lots.add(lot);
        return lot;
    }

    /** @param way reason, debit and credit */
    private void moves(String way, long amount, long at, int purchase, long lot) {
        String[] parts = way.split(" ");
        if (parts[1].equals("active") || parts[1].equals("debt")) balance -= amount;
        if (parts[2].equals("active") || parts[2].equals("debt")) balance += amount;
        long number = transfers.size() + 1;
        transfers.add(new Transfer(
                1, "p", "points", number, parts[1], parts[2], amount, balance, at, parts[0], purchase, 0, lot, 0,
                number));
    }

    private Passbook read() {
        Passbook passbook = new Passbook(lots, extensions);
        for (Transfer each : transfers) assertEquals(Optional.empty(), passbook.move(each), each.toString());
        return passbook;
    }

    private Optional<String> flaw() {
        Passbook passbook = new Passbook(lots);
        return transfers.stream().map(passbook::move).flatMap(Optional::stream).findFirst();
    }

    @Test
    void the_purchases_own_points_go_back_first_and_then_what_ends_first_and_has_not_ended() {
        Lot over = lot(1, 8, 10, "active", 1, 50);
        Lot last = lot(2, 8, 10, "active", 1, Micros.NEVER);
        Lot soon = lot(3, 8, 10, "active", 1, 90);
        Lot own = lot(4, 7, 10, "active", 1, Micros.NEVER);
        for (int number = 1; number <= 4; number++) moves("earned issued active", 10, 1, number == 4 ? 7 : 8, 0);
        moves("reversed active reversed", 22, 60, 7, 0);

        LotBook book = read().lots();
        assertEquals(
                List.of(10L, 8L, 0L, 0L), List.of(book.left(over), book.left(last), book.left(soon), book.left(own)));
    }

    @Test
    void pending_points_start_and_repay_what_is_owed_from_their_own_lot() {
        moves("owed debt reversed", 4, 1, 8, 0);
        Lot lot = lot(2, 7, 10, "active", 5, 9);
        moves("earned_pending issued pending", 10, 2, 7, 0);
        moves("activated pending active", 10, 5, 7, 2);
        moves("debt_repaid active debt", 4, 5, 7, 2);
        Passbook passbook = read();

        assertEquals(6, passbook.lots().left(lot));
        assertTrue(passbook.agrees(new Wallet(1, "p", "points", 6, 0, 0, 0, 4)));
        assertFalse(passbook.agrees(new Wallet(1, "p", "points", 6, 0, 0, 0, 5)));

        moves("expired active gone", 6, 9, 7, 2);
        assertEquals(0, read().lots().left(lot));
    }

    @Test
    void nothing_else_moves_while_debt_stands_beside_points() {
        moves("owed debt reversed", 4, 1, 8, 0);
        lot(2, 7, 10, "active", 2, 9);
        moves("earned issued active", 10, 2, 7, 0);
        moves("reversed active reversed", 1, 3, 7, 0);

        assertEquals(Optional.of("takes a way that points do not take"), flaw());
    }

    @Test
    void points_neither_start_nor_end_before_their_time() {
        lot(1, 7, 10, "active", 5, 9);
        moves("earned_pending issued pending", 10, 2, 7, 0);
        moves("activated pending active", 10, 4, 7, 1);
        assertEquals(Optional.of("has no lots like it"), flaw());

        transfers.clear();
        balance = 0;
        moves("earned issued active", 10, 2, 7, 0);
        moves("expired active gone", 10, 8, 7, 1);
        assertEquals(Optional.of("has no lots like it"), flaw());
    }

    @Test
    void what_waits_of_another_purchase_is_not_cancelled() {
        lot(1, 7, 10, "pending", 5, 9);
        moves("earned_pending issued pending", 10, 2, 7, 0);
        moves("pending_cancelled pending reversed", 3, 3, 8, 0);

        assertEquals(Optional.of("has no lots like it"), flaw());
    }

    /** Lot 2 ends before lot 1 once its event came, which is between the two refunds. */
    @Test
    void what_waits_for_its_event_ends_never_until_that_came() {
        Lot dated = lot(1, 7, 10, "pending", 30, 90);
        Lot waiting = lot(2, 7, 10, "pending", 20, 50);
        extensions.add(new Extension(1, "p", 2, Micros.NEVER, 9, 3));
        moves("earned_pending issued pending", 10, 1, 7, 0);
        moves("earned_pending issued pending", 10, 1, 7, 0);
        moves("pending_cancelled pending reversed", 4, 5, 7, 0);
        moves("pending_cancelled pending reversed", 3, 12, 7, 0);

        LotBook book = read().lots();
        assertEquals(List.of(6L, 7L), List.of(book.left(dated), book.left(waiting)));
    }

    @Test
    void what_is_given_up_without_its_event_is_the_lot_that_is_named() {
        Lot dated = lot(1, 7, 10, "pending", 30, 90);
        Lot waiting = lot(2, 7, 10, "pending", Micros.NEVER, Micros.NEVER);
        moves("earned_pending issued pending", 10, 1, 7, 0);
        moves("earned_pending issued pending", 10, 1, 7, 0);
        moves("pending_cancelled pending reversed", 10, 5, 7, 2);

        LotBook book = read().lots();
        assertEquals(List.of(10L, 0L), List.of(book.left(dated), book.left(waiting)));
    }

    @Test
    void points_that_were_set_aside_and_spent_leave_the_lots_they_came_from() {
        Lot lot = lot(1, 7, 10, "active", 2, Micros.NEVER);
        moves("earned issued active", 10, 2, 7, 0);
        moves("set_aside active held", 4, 3, 0, 0);
        moves("confirmed held redeemed", 3, 4, 0, 0);
        moves("released held active", 1, 4, 0, 1);
        moves("spent active redeemed", 2, 5, 0, 0);
        moves("forfeited active gone", 1, 6, 0, 0);

        assertEquals(4, read().lots().left(lot));
    }
}
