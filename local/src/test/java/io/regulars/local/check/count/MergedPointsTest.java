package io.regulars.local.check.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Loyalty.Wallet;
import io.regulars.local.check.evidence.Micros;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Bob turned out to be Ann: his 40 points and what he owed nothing of are hers. */
class MergedPointsTest {
    private static final int ANN = 1;
    private static final int BOB = 2;
    private static final int MERGE = 3;
    private static final int SHOES = 4;

    private final List<Transfer> transfers = new ArrayList<>(List.of(
            transfer(ANN, 1, "earned issued active", 10, 10, 5, 0),
            transfer(ANN, 2, "transferred_in others active", 40, 50, SHOES, 0),
            transfer(BOB, 1, "earned issued active", 40, 40, SHOES, 0),
            transfer(BOB, 2, "transferred_out active others", 40, 0, SHOES, 1)));
    private final List<Lot> lots = new ArrayList<>(
            List.of(lot(ANN, 1, 5, 10, 10, 70), lot(ANN, 2, SHOES, 40, 40, 60), lot(BOB, 1, SHOES, 40, 0, 60)));

    private static Transfer transfer(
            int customer, long number, String way, long amount, long balance, int purchase, long lot) {
        String[] words = way.split(" ");
        int cause = words[0].startsWith("transferred") ? MERGE : 0;
        return new Transfer(
                customer, "p", "points", number, words[1], words[2], amount, balance, 90, words[0], purchase, 0, lot,
                cause, number);
    }

    private static Lot lot(int customer, long number, int purchase, long points, long remaining, long earnedAt) {
        return new Lot(
                customer, "p", "points", number, purchase, points, remaining, "active", earnedAt, 1, Micros.NEVER);
    }

    private long flaws(boolean merged) {
        Ids ids = new Ids();
        for (int id = 1; id <= 5; id++) ids.of(new UUID(0, id));
        Evidence evidence = new Evidence(ids, null);
        if (merged) evidence.loyalty.families.merge(MERGE, ANN, BOB, true);
        evidence.loyalty.wallets.add(new Wallet(ANN, "p", "points", 50, 0, 0, 0, 2));
        evidence.loyalty.wallets.add(new Wallet(BOB, "p", "points", 0, 0, 0, 0, 2));
        transfers.forEach(evidence.loyalty.transfers::add);
        lots.forEach(evidence.loyalty.lots::add);
        return Conservation.find(evidence).count();
    }

    private static <T> void change(List<T> rows, int row, UnaryOperator<T> change) {
        rows.set(row, change.apply(rows.get(row)));
    }

    @Test
    void points_that_went_from_one_to_the_other_are_in_order() {
        assertEquals(0, flaws(true));
    }

    @Test
    void points_went_to_somebody_nobody_was_merged_with() {
        assertNotEquals(0, flaws(false));
    }

    @Test
    void the_points_that_came_are_of_another_day() {
        change(lots, 1, lot -> lot(ANN, 2, SHOES, 40, 40, 61));
        assertNotEquals(0, flaws(true));
    }

    @Test
    void more_went_than_came() {
        transfers.remove(3);
        transfers.add(transfer(BOB, 2, "transferred_out active others", 39, 1, SHOES, 1));
        assertNotEquals(0, flaws(true));
    }

    @Test
    void a_part_of_a_lot_went() {
        transfers.set(2, transfer(BOB, 1, "earned issued active", 41, 41, SHOES, 0));
        transfers.set(3, transfer(BOB, 2, "transferred_out active others", 40, 1, SHOES, 1));
        lots.set(2, new Lot(BOB, "p", "points", 1, SHOES, 41, 1, "active", 60, 1, Micros.NEVER));
        assertNotEquals(0, flaws(true));
    }
}
