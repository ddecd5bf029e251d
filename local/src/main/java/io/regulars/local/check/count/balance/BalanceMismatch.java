package io.regulars.local.check.count.balance;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.model.Charges;
import io.regulars.local.check.model.ReferenceModel;
import io.regulars.local.check.model.Way;
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
        new EarnedPoints(evidence, mismatch.model, mismatch.tally).compare();
        mismatch.taken();
        new ToldPoints(evidence, mismatch.tally).addUp();
        return mismatch.tally.finding();
    }

    /** What receipts gave and left, and what moved otherwise, is what is there in all wallets. */
    private void members() {
        Map<Integer, Long> holds = new HashMap<>();
        for (Loyalty.Wallet each : evidence.loyalty.wallets) {
            holds.merge(
                    evidence.loyalty.families.of(each.customer()),
                    each.active() + each.pending() + each.held() - each.debt(),
                    Long::sum);
        }
        for (Loyalty.Transfer each : evidence.loyalty.transfers) {
            if (Way.earns(each) || Way.takesBack(each)) continue;
            long gone = (Way.OF_MEMBERS.contains(each.debit()) ? each.amount() : 0)
                    - (Way.OF_MEMBERS.contains(each.credit()) ? each.amount() : 0);
            if (gone != 0) holds.merge(evidence.loyalty.families.of(each.customer()), gone, Long::sum);
        }
        holds.forEach((customer, balance) -> {
            var expected = model.members().get(customer);
            if (expected == null || expected.balance() == balance) return;
            tally.wrong(
                    "loyalty.wallet of %s comes to %d of receipts, by its receipts %d",
                    evidence.id(customer), balance, expected.balance());
        });
    }

    private void taken() {
        Map<Integer, Long> moved = new HashMap<>();
        Map<Integer, Long> awarded = new HashMap<>();
        Map<Integer, Long> kept = new HashMap<>();
        for (Loyalty.Transfer each : evidence.loyalty.transfers) {
            if (Way.takesBack(each)) add(moved, each.refund(), each.amount());
        }
        for (Facts.Points each : evidence.facts.points) {
            if (model.refunds().has(each.receipt())) add(awarded, each.receipt(), -ToldPoints.sum(evidence, each));
        }
        for (Loyalty.Refund each : evidence.loyalty.refunds) {
            add(kept, each.id(), each.taken());
            if (each.shortfall() != 0 && model.knows(each.id())) {
                tally.wrong("refund %s gave up %d points that a debt is for", evidence.id(each.id()), each.shortfall());
            }
        }
        Set<Integer> all = new HashSet<>(model.taken().keySet());
        all.addAll(moved.keySet());
        all.addAll(awarded.keySet());
        all.addAll(kept.keySet());
        for (int under : all) {
            long due = model.taken().getOrDefault(under, 0L);
            compare(under, "moved", moved.getOrDefault(under, 0L), due);
            compare(under, "told", awarded.getOrDefault(under, 0L), due);
            compare(under, "kept", kept.getOrDefault(under, 0L), due);
        }
    }

    private void add(Map<Integer, Long> sums, int receipt, long points) {
        Facts.Refund refund = model.refunds().get(receipt);
        if (refund != null && points != 0) sums.merge(Charges.under(refund), points, Long::sum);
    }

    private void compare(int under, String where, long points, long due) {
        if (points != due)
            tally.wrong("refunds of %s: %d points %s, %d should", evidence.id(under), points, where, due);
    }
}
