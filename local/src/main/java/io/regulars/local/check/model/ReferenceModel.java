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
    private final Map<Integer, Expected> members = new HashMap<>();
    private final Map<Integer, Long> taken = new HashMap<>();
    private final long[] earned;

    private ReferenceModel(Evidence evidence) {
        this.evidence = evidence;
        this.terms = evidence.terms;
        this.purchases = Index.of(evidence.facts.purchases, Purchase::id, evidence.ids);
        this.refunds = Index.of(evidence.facts.refunds, Refund::id, evidence.ids);
        this.earned = new long[evidence.facts.purchases.size()];
    }

    public static ReferenceModel of(Evidence evidence) {
        ReferenceModel model = new ReferenceModel(evidence);
        for (Enrolment each : evidence.facts.enrolments) model.enrol(each);
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

    /** Points that must have been taken back, by what they are reckoned under: see {@link #takenUnder}. */
    public Map<Integer, Long> taken() {
        return taken;
    }

    /** Refunds of a purchase are reckoned together under it, one without a purchase under itself. */
    public static int takenUnder(Refund refund) {
        return refund.original() == 0 ? refund.id() : refund.original();
    }

    /** Whose refund it is: the buyer's, or who was named when there is no purchase; 0 while that is not known. */
    public int chargedTo(Refund refund) {
        if (refund.original() == 0) return refund.customer();
        Purchase original = purchases.get(refund.original());
        return original == null || original.training() ? 0 : original.customer();
    }

    /** Whether a refund concerns a member's points and spend. */
    public boolean counts(Refund refund) {
        Expected member = members.get(chargedTo(refund));
        return member != null && member.counts(decides(refund));
    }

    public List<Basket.Share> shares(Purchase purchase) {
        long total = terms.counted(purchase.total(), purchase.currency());
        return Basket.shares(total, evidence.facts.linesOf(purchase), terms);
    }

    private void enrol(Enrolment each) {
        members.putIfAbsent(each.customer(), new Expected(terms.countsFrom(each.enrolledAt()), each.recordedAt()));
    }

    private void reachTheLatest() {
        for (Purchase each : evidence.facts.purchases) {
            Expected member = each.training() ? null : members.get(each.customer());
            if (member != null) member.reach(each.recordedAt());
        }
        for (Refund each : evidence.facts.refunds) {
            Expected member = members.get(chargedTo(each));
            if (member != null) member.reach(each.recordedAt());
        }
    }

    private void earn() {
        for (int row = 0; row < earned.length; row++) {
            Purchase each = evidence.facts.purchases.get(row);
            Expected member = each.training() ? null : members.get(each.customer());
            if (member == null || !member.counts(each.occurredAt()) || !purchases.isFirst(row, each.id())) continue;
            long total = terms.counted(each.total(), each.currency());
            earned[row] = terms.points(total);
            member.add(earned[row]);
            spend(member, each.occurredAt(), total);
        }
    }

    private void takeBack() {
        Map<Integer, List<Line>> returned = new HashMap<>();
        for (int row = 0; row < evidence.facts.refunds.size(); row++) {
            Refund each = evidence.facts.refunds.get(row);
            if (!refunds.isFirst(row, each.id()) || !counts(each)) continue;
            Expected member = members.get(chargedTo(each));
            long total = terms.counted(each.total(), each.currency());
            spend(member, each.occurredAt(), -total);
            List<Line> lines = evidence.facts.linesOf(each);
            if (each.original() != 0)
                returned.computeIfAbsent(each.original(), id -> new ArrayList<>())
                        .addAll(lines);
            else take(member, each.id(), Returns.points(total, lines, terms));
        }
        returned.forEach((original, lines) -> {
            Purchase purchase = purchases.get(original);
            take(members.get(purchase.customer()), original, Returns.points(shares(purchase), lines));
        });
    }

    /** When it must have happened to count: the purchase, where there is one. */
    private long decides(Refund refund) {
        return refund.original() == 0
                ? refund.occurredAt()
                : purchases.get(refund.original()).occurredAt();
    }

    private void take(Expected member, int under, long points) {
        taken.put(under, points);
        member.add(-points);
    }

    private void spend(Expected member, long occurredAt, long amount) {
        boolean within = occurredAt > terms.windowStart(member.asOf()) && occurredAt <= member.asOf();
        if (within) member.spend(amount);
    }
}
