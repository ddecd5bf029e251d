package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Engagement;
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
                each -> new Loyalty.Member(
                        each.customer(),
                        each.programme(),
                        each.enrolledAt(),
                        each.countsFrom(),
                        each.tier().equals("gold") ? "silver" : "gold",
                        each.spend(),
                        each.spendAsOf()));
    }

    static boolean wrongSpend(History history, Random random) {
        return Pick.change(
                history.members,
                random,
                each -> true,
                each -> new Loyalty.Member(
                        each.customer(),
                        each.programme(),
                        each.enrolledAt(),
                        each.countsFrom(),
                        each.tier(),
                        each.spend() + 1 + random.nextInt(100),
                        each.spendAsOf()));
    }

    static boolean flipTaken(History history, Random random) {
        return Pick.change(
                history.refunds,
                random,
                each -> each.state().equals("counted"),
                each -> new Loyalty.Refund(
                        each.id(),
                        each.original(),
                        each.customer(),
                        each.toldBy(),
                        each.occurredAt(),
                        each.recordedAt(),
                        each.total(),
                        each.state(),
                        each.taken() + 1));
    }

    static boolean otherShopper(History history, Random random) {
        return Pick.change(
                history.shoppers,
                random,
                each -> true,
                each -> new Engagement.Shopper(each.customer(), each.tier(), each.balance() + 1));
    }

    static boolean otherPurchase(History history, Random random) {
        boolean total = random.nextBoolean();
        return Pick.change(
                history.purchases,
                random,
                each -> each.customer() != 0,
                each -> new Loyalty.Purchase(
                        each.id(),
                        each.customer(),
                        each.toldBy(),
                        each.seen(),
                        each.occurredAt() + (total ? 0 : 1_000_000),
                        each.recordedAt(),
                        each.total() + (total ? 1 : 0),
                        each.training(),
                        each.lines()));
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
        history.refunds.set(
                place,
                new Loyalty.Refund(
                        refund.id(),
                        refund.original(),
                        0,
                        refund.toldBy(),
                        refund.occurredAt(),
                        refund.recordedAt(),
                        refund.total(),
                        "waiting",
                        0));
        return true;
    }
}
