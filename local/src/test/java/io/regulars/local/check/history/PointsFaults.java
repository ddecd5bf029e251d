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

    /** The last purchase that became active does so once more: wallet, lot and transfer agree with each other. */
    static boolean earnTwice(History history, Random random) {
        int place = Pick.place(
                history.transfers,
                random,
                each -> each.credit().equals("active")
                        && last(history, each.customer()).debt() == 0);
        if (place < 0) return false;
        Loyalty.Transfer again = history.transfers.get(place);
        add(history, again.customer(), again.amount(), again.purchase());
        return true;
    }

    static boolean fromNowhere(History history, Random random) {
        int place = Pick.place(history.wallets, random, each -> each.debt() == 0);
        if (place < 0) return false;
        int nothing = history.id(new UUID(random.nextLong(), random.nextLong()));
        add(history, history.wallets.get(place).customer(), 5, nothing);
        return true;
    }

    private static Loyalty.Wallet last(History history, int customer) {
        return history.wallets.stream()
                .filter(each -> each.customer() == customer)
                .findFirst()
                .orElseThrow();
    }

    private static void add(History history, int customer, long amount, int purchase) {
        Loyalty.Wallet wallet = last(history, customer);
        long number = wallet.transfers() + 1;
        long active = wallet.active() + amount;
        history.wallets.set(
                history.wallets.indexOf(wallet),
                new Loyalty.Wallet(customer, active, wallet.pending(), wallet.held(), wallet.debt(), number));
        int transfers = 0;
        for (int i = 0; i < history.transfers.size(); i++) {
            if (history.transfers.get(i).customer() == customer) transfers = i + 1;
        }
        history.transfers.add(
                transfers,
                new Loyalty.Transfer(customer, number, "issued", "active", amount, active, "earned", purchase, 0));
        int lots = 0;
        for (int i = 0; i < history.lots.size(); i++) if (history.lots.get(i).customer() == customer) lots = i + 1;
        history.lots.add(lots, new Loyalty.Lot(customer, number, purchase, amount, amount, 0, Long.MAX_VALUE));
    }
}
