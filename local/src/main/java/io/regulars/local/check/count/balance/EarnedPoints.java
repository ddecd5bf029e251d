package io.regulars.local.check.count.balance;

import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Facts.Purchase;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Loyalty.Assessment;
import io.regulars.local.check.model.Basket.Share;
import io.regulars.local.check.model.ReferenceModel;
import io.regulars.local.check.model.Way;
import java.util.List;

/** What a purchase earned, as it was assessed, as it moved and as it was told; and as it should be. */
final class EarnedPoints {
    private final Evidence evidence;
    private final ReferenceModel model;
    private final Tally tally;
    private final WalletSums assessed;
    private final WalletSums moved;
    private final WalletSums told;

    /** A line's points, whoever says so. */
    private record Part(int line, String rule, String wallet, long points) {}

    EarnedPoints(Evidence evidence, ReferenceModel model, Tally tally) {
        this.evidence = evidence;
        this.model = model;
        this.tally = tally;
        int purchases = evidence.facts.purchases.size();
        this.assessed = new WalletSums(purchases);
        this.moved = new WalletSums(purchases);
        this.told = new WalletSums(purchases);
    }

    void compare() {
        evidence.loyalty.assessments.forEach(this::assessment);
        evidence.loyalty.transfers.forEach(this::transfer);
        evidence.facts.points.forEach(this::told);
        for (int row = 0; row < evidence.facts.purchases.size(); row++) {
            Purchase purchase = evidence.facts.purchases.get(row);
            if (model.purchases().isFirst(row, purchase.id())) purchase(row, purchase);
        }
    }

    private void assessment(Assessment each) {
        Purchase purchase = model.purchases().get(each.purchase());
        String what = "assessment of " + evidence.id(each.purchase());
        if (purchase == null || !model.counts(purchase) || !isOf(purchase, each.customer())) {
            tally.wrong("%s, which does not count for that member", what);
            return;
        }
        if (!model.judging().right(each, purchase)) tally.wrong("%s is by version %d", what, each.version());
        List<Loyalty.Award> awards = evidence.loyalty.awardsOf(each);
        for (Loyalty.Award award : awards) {
            assessed.add(award.wallet(), model.purchases().row(each.purchase()), award.actual());
            boolean whole = award.actual() == award.desired();
            if (award.actual() < 0 || award.actual() > award.desired() || award.refused() == whole) {
                tally.wrong("%s credits %d of %d", what, award.actual(), award.desired());
            }
        }
        if (model.judging().knows(purchase) && !parts(awards).equals(due(purchase, awards))) {
            tally.wrong("%s gives other points than its lines are worth", what);
        }
    }

    /** What the reference model gives, line by line, under whatever the one rule is called. */
    private List<Part> due(Purchase purchase, List<Loyalty.Award> awards) {
        String rule = awards.isEmpty() ? "" : awards.get(0).rule();
        String wallet = model.judging().terms(purchase).wallet();
        return model.shares(purchase).stream()
                .filter(share -> share.points() > 0)
                .map((Share share) -> new Part(share.number(), rule, wallet, share.points()))
                .toList();
    }

    private static List<Part> parts(List<Loyalty.Award> awards) {
        return awards.stream()
                .filter(each -> each.actual() != 0)
                .map(each -> new Part(each.line(), each.rule(), each.wallet(), each.actual()))
                .toList();
    }

    private boolean isOf(Purchase purchase, int customer) {
        return evidence.loyalty.families.same(purchase.customer(), customer);
    }

    private void transfer(Loyalty.Transfer each) {
        int row = model.purchases().row(each.purchase());
        if (row < 0 || !Way.earns(each)) return;
        moved.add(each.wallet(), row, each.amount());
        if (!isOf(evidence.facts.purchases.get(row), each.customer())) {
            tally.wrong(
                    "transfer %d of %s is for a purchase of somebody else",
                    each.number(), evidence.id(each.customer()));
        }
    }

    /** Points of a purchase are told line by line, as they are stored; a refund can take back no others. */
    private void told(Facts.Points each) {
        int row = model.purchases().row(each.receipt());
        if (row < 0 || each.awards() == 0) return;
        Purchase purchase = evidence.facts.purchases.get(row);
        Assessment stored = model.judging().of(purchase);
        String first = model.judging().terms(purchase).wallet();
        List<Facts.Award> awards = evidence.facts.awardsOf(each);
        List<Part> parts = awards.stream()
                .filter(award -> award.points() != 0)
                .map(award -> new Part(award.line(), award.rule(), or(award.wallet(), first), award.points()))
                .toList();
        parts.forEach(part -> told.add(part.wallet(), row, part.points()));
        boolean same = stored != null
                && parts.equals(parts(evidence.loyalty.awardsOf(stored)))
                && awards.stream().allMatch(award -> award.version() == 0 || award.version() == stored.version());
        if (!same) tally.wrong("points of purchase %s were told otherwise than stored", evidence.id(purchase.id()));
    }

    private static String or(String wallet, String first) {
        return wallet.isEmpty() ? first : wallet;
    }

    private void purchase(int row, Purchase purchase) {
        long due = model.earned(purchase.id());
        if (model.counts(purchase) && model.judging().of(purchase) == null) {
            tally.wrong("purchase %s counts and has no assessment", evidence.id(purchase.id()));
        }
        if (assessed.of(row) != due || moved.of(row) != due || told.of(row) != due) {
            tally.wrong(
                    "purchase %s: %d points stored, %d moved, %d told, %d should",
                    evidence.id(purchase.id()), assessed.of(row), moved.of(row), told.of(row), due);
        } else if (!assessed.sameAs(moved, row) || !assessed.sameAs(told, row)) {
            tally.wrong("points of purchase %s went to other wallets than stored", evidence.id(purchase.id()));
        }
    }
}
