package io.regulars.local.check.model;

import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts.Enrolment;
import io.regulars.local.check.evidence.Facts.Purchase;
import io.regulars.local.check.evidence.Facts.Refund;
import io.regulars.local.check.evidence.Families;
import io.regulars.local.check.evidence.Loyalty.Assessment;
import io.regulars.local.check.evidence.Loyalty.Award;
import io.regulars.local.check.evidence.Terms;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every member must have, reckoned from what was bought, returned and joined, in no particular order. What a
 * version gives that it does not know it takes from what is stored, and says so.
 */
public final class ReferenceModel {
    private final Evidence evidence;
    private final Index<Purchase> purchases;
    private final Index<Refund> refunds;
    private final Charges charges;
    private final Judging judging;
    private final Map<Integer, Expected> members = new HashMap<>();
    private final TakenBack taken;
    private final Families families;
    /** Refunds that are stored as counting: of a family nothing else tells. */
    private final Set<Integer> counted = new HashSet<>();

    private final long[] earned;
    /** Purchases that were undone as a whole: neither they nor their refunds count for the tier. */
    private final BitSet voided = new BitSet();

    private long unknown;

    private ReferenceModel(Evidence evidence) {
        this.evidence = evidence;
        this.purchases = Index.of(evidence.facts.purchases, Purchase::id, evidence.ids);
        this.refunds = Index.of(evidence.facts.refunds, Refund::id, evidence.ids);
        this.charges = new Charges(purchases);
        this.judging = new Judging(evidence);
        this.taken = new TakenBack(evidence, judging);
        this.families = evidence.loyalty.families;
        evidence.loyalty.refunds.stream()
                .filter(each -> each.state().equals("counted"))
                .forEach(each -> counted.add(each.id()));
        this.earned = new long[evidence.facts.purchases.size()];
        evidence.facts.refunds.stream().filter(Refund::whole).forEach(each -> voided.set(each.original()));
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

    public Judging judging() {
        return judging;
    }

    /** Points a purchase must have earned, or 0 where it is not one. */
    public long earned(int purchase) {
        return purchases.has(purchase) ? earned[purchases.row(purchase)] : 0;
    }

    /** Points that must have been taken back, by what they are reckoned under: see {@link Charges}. */
    public Map<Integer, Long> taken() {
        return taken.points();
    }

    /** Receipts that count and were judged by a version whose arithmetic it does not know. */
    public long notModelled() {
        return unknown + taken.notModelled();
    }

    /** Whether it knows how this refund takes points back. */
    public boolean knows(int refund) {
        Refund told = refunds.get(refund);
        return told != null && judging.knows(told, purchases.get(told.original()));
    }

    public int chargedTo(Refund refund) {
        return families.of(charges.customer(refund));
    }

    /** Whether it knows all that concerns this customer; of who was merged it knows what the family has of points. */
    public boolean knowsMember(int customer) {
        return !families.has(customer);
    }

    /** Whether a refund concerns a member's points and spend. */
    public boolean counts(Refund refund) {
        if (families.has(chargedTo(refund))) return counted.contains(refund.id());
        Expected member = members.get(chargedTo(refund));
        return member != null && member.counts(charges.decides(refund)) && !isVoidedUnjudged(refund.original());
    }

    /** Whether a purchase earns a member points and spend. */
    public boolean counts(Purchase purchase) {
        if (families.has(purchase.customer())) return judging.of(purchase) != null && buyer(purchase) != null;
        Expected member = buyer(purchase);
        return member != null && member.counts(purchase.occurredAt()) && !isVoidedUnjudged(purchase.id());
    }

    /** What was undone before its buyer opted in is never judged. */
    private boolean isVoidedUnjudged(int purchase) {
        return voided.get(purchase) && judging.of(purchases.get(purchase)) == null;
    }

    public List<Basket.Share> shares(Purchase purchase) {
        return taken.shares(purchase);
    }

    private void enrol(Enrolment each) {
        Terms terms = evidence.versions.at(each.enrolledAt()).terms();
        members.putIfAbsent(
                families.of(each.customer()), new Expected(terms.countsFrom(each.enrolledAt()), each.recordedAt()));
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
        return purchase.training() ? null : members.get(families.of(purchase.customer()));
    }

    private void earn() {
        for (int row = 0; row < earned.length; row++) {
            Purchase each = evidence.facts.purchases.get(row);
            if (!counts(each) || !purchases.isFirst(row, each.id())) continue;
            Terms terms = judging.terms(each);
            Assessment stored = judging.of(each);
            long total = terms.counted(each.total(), each.currency());
            if (judging.knows(each)) earned[row] = terms.points(total);
            else {
                unknown++;
                earned[row] = stored == null ? 0 : awarded(stored);
            }
            buyer(each).add(earned[row]);
            boolean stands = !isLate(each) && !voided.get(each.id());
            if (stands) buyer(each).purchase(terms.day(each.occurredAt()).toEpochDay(), total);
        }
    }

    /** What came after the programme's grace leaves the tier alone, and so does what comes back of it. */
    private boolean isLate(Purchase purchase) {
        Assessment stored = purchase == null ? null : judging.of(purchase);
        return stored != null && stored.late();
    }

    private long awarded(Assessment stored) {
        return evidence.loyalty.awardsOf(stored).stream()
                .mapToLong(Award::actual)
                .sum();
    }

    private void takeBack() {
        for (int row = 0; row < evidence.facts.refunds.size(); row++) {
            Refund each = evidence.facts.refunds.get(row);
            if (!refunds.isFirst(row, each.id()) || !counts(each)) continue;
            Terms terms = judging.terms(each);
            long total = terms.counted(each.total(), each.currency());
            boolean late = isLate(purchases.get(each.original()));
            if (!late && !voided.get(each.original()))
                members.get(chargedTo(each)).count(terms.day(each.occurredAt()).toEpochDay(), -total);
            taken.comesBack(each, purchases.get(each.original()), chargedTo(each));
        }
        taken.reckon((customer, points) -> members.get(customer).add(-points));
    }
}
