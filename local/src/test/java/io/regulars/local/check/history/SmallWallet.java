package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A member's points, one step at a time. */
final class SmallWallet {
    private final int customer;
    private final List<Loyalty.Transfer> transfers = new ArrayList<>();
    private final List<Lot> lots = new ArrayList<>();
    private long active;
    private long debt;

    SmallWallet(int customer) {
        this.customer = customer;
    }

    private static final class Lot {
        long number;
        int purchase;
        long points;
        long left;
        long earnedAt;
    }

    long balance() {
        return active - debt;
    }

    void earn(long points, int purchase, Instant occurredAt) {
        long repaid = Math.min(points, debt);
        if (repaid > 0) {
            debt -= repaid;
            move("issued", "debt", repaid, "earned", purchase, 0);
        }
        if (points == repaid) return;
        active += points - repaid;
        move("issued", "active", points - repaid, "earned", purchase, 0);
        Lot lot = new Lot();
        lot.number = transfers.size();
        lot.purchase = purchase;
        lot.points = points - repaid;
        lot.left = lot.points;
        lot.earnedAt = Micros.of(occurredAt);
        lots.add(lot);
    }

    void takeBack(long points, int purchase, int refund) {
        long there = Math.min(points, active);
        if (there > 0) {
            active -= there;
            move("active", "reversed", there, "returned", purchase, refund);
            draw(there, purchase);
        }
        if (points == there) return;
        debt += points - there;
        move("debt", "reversed", points - there, "returned", purchase, refund);
    }

    private void move(String debit, String credit, long amount, String reason, int purchase, int refund) {
        transfers.add(new Loyalty.Transfer(
                customer, transfers.size() + 1, debit, credit, amount, active - debt, reason, purchase, refund));
    }

    /** One point after the other, each from where it is taken first. */
    private void draw(long points, int purchase) {
        for (long point = 0; point < points; point++) {
            lots.stream()
                    .filter(lot -> lot.left > 0)
                    .min(Comparator.comparing((Lot lot) -> lot.purchase != purchase)
                            .thenComparing(lot -> lot.earnedAt)
                            .thenComparing(lot -> lot.number))
                    .orElseThrow()
                    .left--;
        }
    }

    void write(History history) {
        history.wallets.add(new Loyalty.Wallet(customer, active, 0, 0, debt, transfers.size()));
        history.transfers.addAll(transfers);
        lots.forEach(lot -> history.lots.add(
                new Loyalty.Lot(customer, lot.number, lot.purchase, lot.points, lot.left, lot.earnedAt, Micros.NEVER)));
    }
}
