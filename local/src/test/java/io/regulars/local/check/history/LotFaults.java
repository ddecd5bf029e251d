package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import java.util.Random;
import java.util.function.Predicate;

/** Lots that are not where transfers left them, and transfers that moved others than they say. */
final class LotFaults {
    private LotFaults() {}

    private static String other(String wallet) {
        return wallet.equals("points") ? "stamps" : "points";
    }

    private static boolean transfer(History history, Random random, String reason, String component, long more) {
        return Pick.change(
                history.transfers,
                random,
                each -> each.reason().equals(reason),
                each -> Altered.plus(each, component, more));
    }

    static boolean otherWallet(History history, Random random) {
        return Pick.change(
                history.lots, random, each -> true, each -> Altered.with(each, "wallet", other(each.wallet())));
    }

    static boolean startUnseen(History history, Random random) {
        return becomes(history, random, "pending", "active", 1);
    }

    static boolean endUnseen(History history, Random random) {
        return becomes(history, random, "active", "expired", -1);
    }

    /** The wallet agrees with its lots, and no transfer says why. */
    private static boolean becomes(History history, Random random, String from, String to, int active) {
        Predicate<Lot> holds = each -> each.remaining() > 0 && each.state().equals(from);
        int place = Pick.place(history.lots, random, holds);
        if (place < 0) return false;
        Lot lot = history.lots.get(place);
        history.lots.set(place, Altered.with(lot, "state", to));
        history.wallets.replaceAll(each -> {
            if (each.customer() != lot.customer() || !each.wallet().equals(lot.wallet())) return each;
            Loyalty.Wallet moved = Altered.plus(each, "active", active * lot.remaining());
            return from.equals("pending") ? Altered.plus(moved, "pending", -lot.remaining()) : moved;
        });
        return true;
    }

    static boolean startEarly(History history, Random random) {
        return transfer(history, random, "activated", "at", -1_000_000);
    }

    static boolean startAnother(History history, Random random) {
        return transfer(history, random, "activated", "lot", 1);
    }

    static boolean moveElsewhere(History history, Random random) {
        return Pick.change(
                history.transfers, random, each -> true, each -> Altered.with(each, "wallet", other(each.wallet())));
    }

    /** What became active stays so, and so does the debt; the numbers after it close up. */
    static boolean forgetDebt(History history, Random random) {
        int place = Pick.place(history.transfers, random, each -> each.reason().equals("debt_repaid"));
        if (place < 0) return false;
        Transfer lost = history.transfers.remove(place);
        history.transfers.replaceAll(each -> each.customer() == lost.customer() && each.number() > lost.number()
                ? Altered.plus(each, "number", -1)
                : each);
        history.lots.replaceAll(each -> each.customer() == lost.customer() && each.number() > lost.number()
                ? Altered.plus(each, "number", -1)
                : each);
        history.wallets.replaceAll(each -> {
            if (each.customer() != lost.customer()) return each;
            Loyalty.Wallet one = Altered.plus(each, "transfers", -1);
            if (!each.wallet().equals(lost.wallet())) return one;
            return Altered.plus(Altered.plus(one, "active", lost.amount()), "debt", lost.amount());
        });
        return true;
    }

    static boolean loseWallet(History history, Random random) {
        return Pick.drop(history.wallets, random, each -> each.active() + each.pending() + each.debt() > 0);
    }
}
