package io.regulars.local.check.view;

import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;

/** What crm keeps of receipts and touchpoints is what it told the others. */
final class ReceiptsOfCrm {
    private final Evidence evidence;
    private final Tally tally;
    private final Index<Facts.Purchase> purchases;
    private final Index<Facts.Refund> refunds;

    ReceiptsOfCrm(Evidence evidence, Tally tally) {
        this.evidence = evidence;
        this.tally = tally;
        this.purchases = Index.of(evidence.facts.purchases, Facts.Purchase::id, evidence.ids);
        this.refunds = Index.of(evidence.facts.refunds, Facts.Refund::id, evidence.ids);
    }

    void compare() {
        int[] repeats = new int[evidence.ids.size()];
        int[] conflicts = new int[evidence.ids.size()];
        for (Facts.Echo each : evidence.facts.echoes) (each.conflict() ? conflicts : repeats)[each.receipt()]++;
        for (Crm.Receipt each : evidence.crm.receipts) {
            receipt(each);
            if (each.repeats() != repeats[each.id()] || each.conflicts() != conflicts[each.id()]) {
                tally.wrong(
                        "crm.receipt %s: %d repeats and %d conflicts, told %d and %d",
                        evidence.id(each.id()),
                        each.repeats(),
                        each.conflicts(),
                        repeats[each.id()],
                        conflicts[each.id()]);
            }
        }
        Index<Crm.Receipt> kept = Index.of(evidence.crm.receipts, Crm.Receipt::id, evidence.ids);
        evidence.facts.purchases.stream()
                .filter(each -> !kept.has(each.id()))
                .forEach(each -> tally.wrong("PurchaseRecorded %s is not in crm.receipt", evidence.id(each.id())));
        evidence.facts.refunds.stream()
                .filter(each -> !kept.has(each.id()))
                .forEach(each -> tally.wrong("PurchaseRefunded %s is not in crm.receipt", evidence.id(each.id())));
        touchpoints();
    }

    private void receipt(Crm.Receipt each) {
        boolean told = each.refund() ? refunds.has(each.id()) : purchases.has(each.id());
        boolean due = each.status() == Crm.Status.APPLIED;
        if (told != due) {
            String was = told ? "was told" : "was not told";
            tally.wrong("crm.receipt %s is %s and %s", evidence.id(each.id()), each.status(), was);
        }
        if (!told || !due) return;
        int customer = each.refund()
                ? refunds.get(each.id()).customer()
                : purchases.get(each.id()).customer();
        if (customer != each.customer()) {
            tally.wrong("crm.receipt %s is of another customer than was told", evidence.id(each.id()));
        }
    }

    private void touchpoints() {
        Index<Facts.Touchpoint> told = Index.of(evidence.facts.touchpoints, Facts.Touchpoint::id, evidence.ids);
        Index<Crm.Touchpoint> kept = Index.of(evidence.crm.touchpoints, Crm.Touchpoint::id, evidence.ids);
        for (Crm.Touchpoint each : evidence.crm.touchpoints) {
            int customer = told.has(each.id()) ? told.get(each.id()).customer() : 0;
            if (customer != each.customer()) tally.wrong("crm.touchpoint %s was not told so", evidence.id(each.id()));
        }
        evidence.facts.touchpoints.stream()
                .filter(each -> !kept.has(each.id()))
                .forEach(each -> tally.wrong("TouchpointRecorded %s is not in crm.touchpoint", evidence.id(each.id())));
    }
}
