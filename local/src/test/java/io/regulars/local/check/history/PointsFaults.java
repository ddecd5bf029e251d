package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Points that moved wrongly, some of them with everything else in agreement. */
final class PointsFaults {
    private PointsFaults() {}

    static boolean flipTransfer(History history, Random random) {
        return Pick.change(history.transfers, random, each -> true, each -> Altered.plus(each, "amount", 1));
    }

    static boolean dropTransfer(History history, Random random) {
        return Pick.drop(history.transfers, random, each -> true);
    }

    static boolean flipWallet(History history, Random random) {
        return Pick.change(history.wallets, random, each -> true, each -> Altered.plus(each, "active", 1));
    }

    /** From one lot to another of the same member, so that every sum still agrees. */
    static boolean shiftLot(History history, Random random) {
        List<Loyalty.Lot> lots = history.lots;
        int from = Pick.place(lots, random, each -> each.remaining() > 0);
        if (from < 0) return false;
        int to = IntStream.range(0, lots.size())
                .filter(i ->
                        i != from && lots.get(i).customer() == lots.get(from).customer())
                .findFirst()
                .orElse(-1);
        lots.set(from, Altered.plus(lots.get(from), "remaining", -1));
        if (to >= 0) lots.set(to, Altered.plus(lots.get(to), "remaining", 1));
        return true;
    }

    /** What a purchase brought is brought once more: wallet, lot and transfer agree with each other. */
    static boolean earnTwice(History history, Random random) {
        int place = Pick.place(
                history.lots,
                random,
                each -> each.startsAt() == each.earnedAt()
                        && wallet(history, each.customer(), each.wallet()).debt() == 0);
        if (place < 0) return false;
        Loyalty.Lot lot = history.lots.get(place);
        add(history, wallet(history, lot.customer(), lot.wallet()), Altered.with(lot, "remaining", lot.points()));
        return true;
    }

    static boolean fromNowhere(History history, Random random) {
        int place = Pick.place(history.wallets, random, each -> each.debt() == 0);
        if (place < 0) return false;
        int nothing = random.nextBoolean() ? 0 : history.id(new UUID(random.nextLong(), random.nextLong()));
        Loyalty.Wallet wallet = history.wallets.get(place);
        add(
                history,
                wallet,
                new Loyalty.Lot(
                        wallet.customer(),
                        "regulars",
                        wallet.wallet(),
                        0,
                        nothing,
                        5,
                        5,
                        "active",
                        0,
                        0,
                        Long.MAX_VALUE));
        return true;
    }

    private static Loyalty.Wallet wallet(History history, int customer, String name) {
        return history.wallets.stream()
                .filter(each -> each.customer() == customer && each.wallet().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void add(History history, Loyalty.Wallet wallet, Loyalty.Lot like) {
        int customer = wallet.customer();
        long number = wallet.transfers() + 1;
        long active = wallet.active() + like.points();
        history.wallets.replaceAll(
                each -> each.customer() == customer ? Altered.with(each, "transfers", number) : each);
        history.wallets.replaceAll(
                each -> each.customer() == customer && each.wallet().equals(wallet.wallet())
                        ? Altered.with(each, "active", active)
                        : each);
        int transfers = 0;
        for (int i = 0; i < history.transfers.size(); i++) {
            if (history.transfers.get(i).customer() == customer) transfers = i + 1;
        }
        history.transfers.add(
                transfers,
                new Loyalty.Transfer(
                        customer,
                        "regulars",
                        wallet.wallet(),
                        number,
                        "issued",
                        "active",
                        like.points(),
                        active,
                        0,
                        "earned",
                        like.purchase(),
                        0,
                        0,
                        customer,
                        Long.MAX_VALUE));
        int lots = 0;
        for (int i = 0; i < history.lots.size(); i++) if (history.lots.get(i).customer() == customer) lots = i + 1;
        history.lots.add(lots, Altered.with(Altered.with(like, "number", number), "state", "active"));
    }
}
