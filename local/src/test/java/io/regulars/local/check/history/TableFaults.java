package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Loyalty;
import java.util.Random;

/** Rows that are missing or wrong. */
final class TableFaults {
    private TableFaults() {}

    static boolean loseReceipt(History history, Random random) {
        return Pick.drop(history.receipts, random, each -> each.status() == Crm.Status.APPLIED);
    }

    static boolean loseMember(History history, Random random) {
        return Pick.drop(history.members, random, each -> true);
    }

    static boolean loseLine(History history, Random random) {
        return Pick.drop(history.timeline, random, each -> true);
    }

    static boolean wrongTier(History history, Random random) {
        return Pick.change(
                history.members,
                random,
                each -> true,
                each -> Altered.with(each, "tier", each.tier().equals("gold") ? "silver" : "gold"));
    }

    static boolean wrongSpend(History history, Random random) {
        return Pick.change(
                history.members,
                random,
                Loyalty.Member::isSettled,
                each -> Altered.plus(each, "spend", 1 + random.nextInt(100)));
    }

    static boolean flipTaken(History history, Random random) {
        return Pick.change(
                history.refunds,
                random,
                each -> each.state().equals("counted"),
                each -> Altered.plus(each, "taken", 1));
    }

    static boolean otherShopper(History history, Random random) {
        return Pick.change(history.shoppers, random, each -> true, each -> Altered.plus(each, "balance", 1));
    }

    static boolean otherPurchase(History history, Random random) {
        boolean total = random.nextBoolean();
        return Pick.change(
                history.purchases,
                random,
                each -> each.customer() != 0,
                each -> total ? Altered.plus(each, "receipt", 1) : Altered.plus(each, "occurredAt", 1_000_000));
    }

    /** It waits for a purchase that is there. */
    static boolean leaveWaiting(History history, Random random) {
        boolean crm = random.nextBoolean();
        int place = Pick.place(
                history.refunds,
                random,
                each -> each.original() != 0 && !each.state().equals("waiting"));
        if (place < 0) return false;
        Loyalty.Refund refund = history.refunds.get(place);
        if (crm) return history.waitingRefunds.add(new Crm.WaitingRefund(refund.id(), refund.original()));
        Loyalty.Refund untouched = Altered.with(Altered.with(refund, "customer", 0), "taken", 0L);
        history.refunds.set(place, Altered.with(untouched, "state", "waiting"));
        return true;
    }
}
