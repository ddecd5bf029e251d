package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.check.model.Basket;
import io.regulars.local.check.model.Charges;
import io.regulars.local.check.model.ReferenceModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Points that are not what the reference model reckons: per receipt, per member, in tables and in facts. */
public final class BalanceMismatch {
    private final Evidence evidence;
    private final ReferenceModel model;
    private final Tally tally = new Tally("model: balance");

    private BalanceMismatch(Evidence evidence) {
        this.evidence = evidence;
        this.model = ReferenceModel.of(evidence);
    }

    public static Finding find(Evidence evidence) {
        BalanceMismatch mismatch = new BalanceMismatch(evidence);
        mismatch.members();
        mismatch.earned();
        mismatch.taken();
        mismatch.told();
        return mismatch.tally.finding();
    }

    private void members() {
        for (Loyalty.Wallet each : evidence.loyalty.wallets) {
            var expected = model.members().get(each.customer());
            long balance = each.active() - each.debt();
            if (expected == null || expected.balance() == balance) continue;
            tally.wrong(
                    "loyalty.wallet of %s comes to %d, by its receipts %d",
                    evidence.id(each.customer()), balance, expected.balance());
        }
    }

    private void earned() {
        long[] moved = new long[evidence.facts.purchases.size()];
        long[] awarded = new long[moved.length];
        for (Loyalty.Transfer each : evidence.loyalty.transfers) {
            int row = model.purchases().row(each.purchase());
            if (row < 0 || !each.reason().equals("earned")) continue;
            moved[row] += each.amount();
            if (each.customer() != evidence.facts.purchases.get(row).customer()) {
                tally.wrong(
                        "transfer %d of %s is for a purchase of somebody else",
                        each.number(), evidence.id(each.customer()));
            }
        }
        for (Facts.Points each : evidence.facts.points) {
            int row = model.purchases().row(each.receipt());
            if (row < 0) continue;
            awarded[row] += each.awarded();
            lines(each, evidence.facts.purchases.get(row));
        }
        for (int row = 0; row < moved.length; row++) {
            int purchase = evidence.facts.purchases.get(row).id();
            if (!model.purchases().isFirst(row, purchase)) continue;
            compare("purchase", purchase, model.earned(purchase), moved[row], awarded[row]);
        }
    }

    /** Points of a purchase are told line by line; a refund can take back no others. */
    private void lines(Facts.Points told, Facts.Purchase purchase) {
        if (told.awarded() == 0 && told.awards() == Prints.NOTHING) return;
        long due = Prints.NOTHING;
        for (Basket.Share share : model.shares(purchase)) {
            if (share.points() > 0) due = Prints.and(due, Prints.award(share.number(), share.points()));
        }
        if (due != told.awards()) {
            tally.wrong("points of purchase %s lie on other lines than they should", evidence.id(purchase.id()));
        }
    }

    private void taken() {
        Map<Integer, Long> moved = new HashMap<>();
        Map<Integer, Long> awarded = new HashMap<>();
        Map<Integer, Long> kept = new HashMap<>();
        for (Loyalty.Transfer each : evidence.loyalty.transfers) {
            if (each.reason().equals("returned")) add(moved, each.refund(), each.amount());
        }
        for (Facts.Points each : evidence.facts.points) add(awarded, each.receipt(), -each.awarded());
        for (Loyalty.Refund each : evidence.loyalty.refunds) add(kept, each.id(), each.taken());
        Set<Integer> all = new HashSet<>(model.taken().keySet());
        all.addAll(moved.keySet());
        all.addAll(awarded.keySet());
        all.addAll(kept.keySet());
        for (int under : all) {
            long due = model.taken().getOrDefault(under, 0L);
            compare("refunds of", under, due, moved.getOrDefault(under, 0L), awarded.getOrDefault(under, 0L));
            if (kept.getOrDefault(under, 0L) != due) {
                tally.wrong(
                        "loyalty.refund: %d were taken back of %s, %d should",
                        kept.getOrDefault(under, 0L), evidence.id(under), due);
            }
        }
    }

    private void add(Map<Integer, Long> sums, int receipt, long points) {
        Facts.Refund refund = model.refunds().get(receipt);
        if (refund != null && points != 0) sums.merge(Charges.under(refund), points, Long::sum);
    }

    private void compare(String what, int receipt, long due, long moved, long awarded) {
        if (moved != due) tally.wrong("%s %s: %d points moved, %d should", what, evidence.id(receipt), moved, due);
        if (awarded != due) tally.wrong("%s %s: %d points told, %d should", what, evidence.id(receipt), awarded, due);
    }

    /** Facts of a member come in order, so each balance is the one before it and what it tells of. */
    private void told() {
        Map<Integer, Long> balances = new HashMap<>();
        for (Facts.Points each : evidence.facts.points) {
            if (!each.told()) continue;
            long due = balances.getOrDefault(each.customer(), 0L) + each.earned();
            if (each.balance() != due || each.earned() != each.awarded()) {
                tally.wrong("points told of receipt %s do not add up to %d", evidence.id(each.receipt()), due);
            }
            balances.put(each.customer(), each.balance());
        }
    }
}
