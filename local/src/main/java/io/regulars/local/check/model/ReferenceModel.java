package io.regulars.local.check.model;

import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts.Enrolment;
import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.evidence.Facts.Purchase;
import io.regulars.local.check.evidence.Facts.Refund;
import io.regulars.local.check.evidence.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every member must have, reckoned from what was bought, returned and joined, in no particular order. */
public final class ReferenceModel {
    private final Evidence evidence;
    private final Terms terms;
    private final Index<Purchase> purchases;
    private final Index<Refund> refunds;
    private final Charges charges;
    private final Map<Integer, Expected> members = new HashMap<>();
    private final Map<Integer, Long> taken = new HashMap<>();
    private final long[] earned;

    private ReferenceModel(Evidence evidence) {
        this.evidence = evidence;
        this.terms = evidence.terms;
        this.purchases = Index.of(evidence.facts.purchases, Purchase::id, evidence.ids);
        this.refunds = Index.of(evidence.facts.refunds, Refund::id, evidence.ids);
        this.charges = new Charges(purchases);
        this.earned = new long[evidence.facts.purchases.size()];
    }

    public static ReferenceModel of(Evidence evidence) {
        ReferenceModel model = new ReferenceModel(evidence);
        evidence.facts.enrolments.forEach(model::enrol);
        model.reachTheLatest();
        model.earn();
        model.takeBack();
        return model;
    }

    /** By customer. */
    public Map<Integer, Expected> members() {
        return members;
    }

    public Index<Purchase> purchases() {
        return purchases;
    }

    public Index<Refund> refunds() {
        return refunds;
    }

    /** Points a purchase must have earned, or 0 where it is not one. */
    public long earned(int purchase) {
        return purchases.has(purchase) ? earned[purchases.row(purchase)] : 0;
    }

    /** Points that must have been taken back, by what they are reckoned under: see {@link Charges}. */
    public Map<Integer, Long> taken() {
        return taken;
    }

    public int chargedTo(Refund refund) {
        return charges.customer(refund);
    }

    /** Whether a refund concerns a member's points and spend. */
    public boolean counts(Refund refund) {
        Expected member = members.get(chargedTo(refund));
        return member != null && member.counts(charges.decides(refund));
    }

    public List<Basket.Share> shares(Purchase purchase) {
        return Basket.shares(
                terms.counted(purchase.total(), purchase.currency()), evidence.facts.linesOf(purchase), terms);
    }

    private void enrol(Enrolment each) {
        members.putIfAbsent(each.customer(), new Expected(terms.countsFrom(each.enrolledAt()), each.recordedAt()));
    }

    private void reachTheLatest() {
        for (Purchase each : evidence.facts.purchases) {
            Expected member = buyer(each);
            if (member != null) member.reach(each.recordedAt());
        }
        for (Refund each : evidence.facts.refunds) {
            Expected member = members.get(chargedTo(each));
            if (member != null) member.reach(each.recordedAt());
        }
    }

    /** Whose spend it is; nobody's when it is training, or bought by no member. */
    private Expected buyer(Purchase purchase) {
        return purchase.training() ? null : members.get(purchase.customer());
    }

    private void earn() {
        for (int row = 0; row < earned.length; row++) {
            Purchase each = evidence.facts.purchases.get(row);
            Expected member = buyer(each);
            if (member == null || !member.counts(each.occurredAt()) || !purchases.isFirst(row, each.id())) continue;
            long total = terms.counted(each.total(), each.currency());
            earned[row] = terms.points(total);
            member.add(earned[row]);
            member.spend(each.occurredAt(), total, terms);
        }
    }

    private void takeBack() {
        Map<Integer, List<Line>> returned = new HashMap<>();
        for (int row = 0; row < evidence.facts.refunds.size(); row++) {
            Refund each = evidence.facts.refunds.get(row);
            if (!refunds.isFirst(row, each.id()) || !counts(each)) continue;
            Expected member = members.get(chargedTo(each));
            long total = terms.counted(each.total(), each.currency());
            member.spend(each.occurredAt(), -total, terms);
            List<Line> lines = evidence.facts.linesOf(each);
            if (each.original() != 0)
                returned.computeIfAbsent(each.original(), id -> new ArrayList<>())
                        .addAll(lines);
            else member.add(-took(each.id(), Returns.points(total, lines, terms)));
        }
        returned.forEach((original, lines) -> {
            Purchase purchase = purchases.get(original);
            members.get(purchase.customer()).add(-took(original, Returns.points(shares(purchase), lines)));
        });
    }

    private long took(int under, long points) {
        taken.put(under, points);
        return points;
    }
}
