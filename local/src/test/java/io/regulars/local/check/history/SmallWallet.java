package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One kind of a member's points, one step at a time. */
final class SmallWallet {
    private static final Comparator<Lot> SPENT_FIRST = Comparator.comparing((Lot lot) -> lot.expiresAt)
            .thenComparing(lot -> lot.earnedAt)
            .thenComparing(lot -> lot.number);

    final String name;
    private final SmallBook book;
    private final List<Lot> lots = new ArrayList<>();
    private long active;
    private long pending;
    private long debt;

    SmallWallet(String name, SmallBook book) {
        this.name = name;
        this.book = book;
    }

    static final class Lot {
        long number;
        int purchase;
        long points;
        long left;
        String state;
        long earnedAt;
        Instant startsAt;
        Instant expiresAt;
    }

    /** Points that became active or were gone, by their dates. */
    record Due(boolean starts, long points, long pending, long balance) {}

    long balance() {
        return active - debt;
    }

    long pending() {
        return pending;
    }

    /** As it was done before lots had dates: debt first, and the rest is a lot. */
    void earnAsOnce(long points, int purchase, Instant occurredAt, Instant now) {
        long repaid = Math.min(points, debt);
        debt -= repaid;
        if (repaid > 0) book.move(this, "earned issued debt", repaid, now, purchase, 0, 0);
        if (points > repaid) {
            active += points - repaid;
            long number = book.move(this, "earned issued active", points - repaid, now, purchase, 0, 0);
            open(number, points - repaid, purchase, occurredAt, occurredAt, Instant.MAX, "active");
        }
    }

    void earn(long points, int purchase, Instant occurredAt, Instant startsAt, Instant expiresAt, Instant now) {
        boolean starts = !startsAt.isAfter(now);
        if (starts) active += points;
        else pending += points;
        String way = starts ? "earned issued active" : "earned_pending issued pending";
        long number = book.move(this, way, points, now, purchase, 0, 0);
        Lot lot = open(number, points, purchase, occurredAt, startsAt, expiresAt, starts ? "active" : "pending");
        if (starts) repay(lot, now);
    }

    private Lot open(
            long number, long points, int purchase, Instant earned, Instant starts, Instant ends, String state) {
        Lot lot = new Lot();
        lot.number = number;
        lot.purchase = purchase;
        lot.points = points;
        lot.left = points;
        lot.state = state;
        lot.earnedAt = Micros.of(earned);
        lot.startsAt = starts;
        lot.expiresAt = ends;
        lots.add(lot);
        return lot;
    }

    private void repay(Lot lot, Instant at) {
        long repaid = Math.min(debt, lot.left);
        if (repaid == 0) return;
        active -= repaid;
        debt -= repaid;
        lot.left -= repaid;
        book.move(this, "debt_repaid active debt", repaid, at, lot.purchase, 0, lot.number);
    }

    /** Everything up to now, in the order it happened. */
    List<Due> post(Instant now) {
        List<Due> posted = new ArrayList<>();
        for (Lot lot = next(now); lot != null; lot = next(now)) {
            boolean starts = lot.state.equals("pending");
            long points = lot.left;
            if (starts) {
                lot.state = "active";
                pending -= points;
                active += points;
                book.move(this, "activated pending active", points, lot.startsAt, lot.purchase, 0, lot.number);
                repay(lot, lot.startsAt);
            } else {
                lot.state = "expired";
                lot.left = 0;
                active -= points;
                book.move(this, "expired active gone", points, lot.expiresAt, lot.purchase, 0, lot.number);
            }
            posted.add(new Due(starts, points, pending, balance()));
        }
        return posted;
    }

    private Lot next(Instant now) {
        return lots.stream()
                .filter(lot -> lot.left > 0 && !dueAt(lot).isAfter(now))
                .min(Comparator.comparing(SmallWallet::dueAt).thenComparing(lot -> lot.number))
                .orElse(null);
    }

    private static Instant dueAt(Lot lot) {
        return lot.state.equals("pending") ? lot.startsAt : lot.expiresAt;
    }

    void takeBackAsOnce(long points, int purchase, int refund, Instant now) {
        long there = Math.min(points, active);
        active -= there;
        if (there > 0) book.move(this, "returned active reversed", there, now, purchase, refund, 0);
        draw(there, purchase);
        debt += points - there;
        if (points > there) book.move(this, "returned debt reversed", points - there, now, purchase, refund, 0);
    }

    void takeBack(long points, int purchase, int refund, Instant now) {
        Predicate<Lot> waiting = lot -> lot.state.equals("pending") && purchase != 0 && lot.purchase == purchase;
        long cancelled = Math.min(
                points, lots.stream().filter(waiting).mapToLong(lot -> lot.left).sum());
        pending -= cancelled;
        if (cancelled > 0) {
            book.move(this, "pending_cancelled pending reversed", cancelled, now, purchase, refund, 0);
            take(cancelled, waiting, Comparator.comparing(lot -> lot.number));
        }
        long there = Math.min(points - cancelled, active);
        active -= there;
        if (there > 0) book.move(this, "reversed active reversed", there, now, purchase, refund, 0);
        draw(there, purchase);
        long owed = points - cancelled - there;
        debt += owed;
        if (owed > 0) book.move(this, "owed debt reversed", owed, now, purchase, refund, 0);
    }

    private void draw(long points, int purchase) {
        Comparator<Lot> order = Comparator.comparing((Lot lot) -> lot.purchase != purchase)
                .thenComparing(lot -> lot.purchase == purchase ? lot.number : 0)
                .thenComparing(SPENT_FIRST);
        take(points, lot -> lot.state.equals("active"), order);
    }

    /** One point after the other, each from where it is taken first. */
    private void take(long points, Predicate<Lot> chosen, Comparator<Lot> order) {
        for (long point = 0; point < points; point++) {
            lots.stream()
                    .filter(lot -> lot.left > 0 && chosen.test(lot))
                    .min(order)
                    .orElseThrow()
                    .left--;
        }
    }

    void write(History history, long transfers) {
        history.wallets.add(new Loyalty.Wallet(book.customer, "regulars", name, active, pending, 0, debt, transfers));
    }

    Stream<Loyalty.Lot> rows() {
        return lots.stream()
                .map(lot -> new Loyalty.Lot(
                        book.customer,
                        "regulars",
                        name,
                        lot.number,
                        lot.purchase,
                        lot.points,
                        lot.left,
                        lot.state,
                        lot.earnedAt,
                        Micros.of(lot.startsAt),
                        lot.expiresAt == Instant.MAX ? Micros.NEVER : Micros.of(lot.expiresAt)));
    }
}
