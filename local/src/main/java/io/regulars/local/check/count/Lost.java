package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Claims;
import io.regulars.local.check.evidence.Claims.Outcome;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Spine;
import java.util.BitSet;

/** What was acknowledged and cannot be found everywhere it must be. */
public final class Lost {
    private final Evidence evidence;
    private final Tally tally = new Tally("lost");
    private final Index<Crm.Receipt> receipts;
    private final Index<Facts.Purchase> purchases;
    private final Index<Facts.Refund> refunds;
    private final BitSet assessed = new BitSet();
    private final BitSet shown = new BitSet();

    private Lost(Evidence evidence) {
        this.evidence = evidence;
        this.receipts = Index.of(evidence.crm.receipts, Crm.Receipt::id, evidence.ids);
        this.purchases = Index.of(evidence.facts.purchases, Facts.Purchase::id, evidence.ids);
        this.refunds = Index.of(evidence.facts.refunds, Facts.Refund::id, evidence.ids);
        evidence.facts.points.stream()
                .filter(each -> each.saying() == Facts.Saying.ASSESSED)
                .forEach(each -> assessed.set(each.receipt()));
        evidence.crm.timeline.forEach(line -> shown.set(line.event()));
    }

    public static Finding find(Evidence evidence) {
        Lost lost = new Lost(evidence);
        lost.receipts();
        lost.enrolments();
        lost.touchpoints();
        return lost.tally.finding();
    }

    private void receipts() {
        BitSet owed = new BitSet();
        for (Claims.Receipt claim : evidence.claims.receipts) {
            if (claim.outcome() == Outcome.OK) owed.set(claim.id());
        }
        for (Spine.Posted posted : evidence.spine.posted) owed.set(posted.receipt());
        owed.stream().filter(id -> id != 0).forEach(this::receipt);
    }

    private void receipt(int id) {
        Crm.Receipt receipt = receipts.get(id);
        boolean waits = receipt != null && receipt.status() == Crm.Status.WAITING;
        int event = purchases.has(id)
                ? purchases.get(id).event()
                : refunds.has(id) ? refunds.get(id).event() : 0;
        if (receipt == null || receipt.status() == Crm.Status.AWAITED) missing(id, "crm's receipts");
        else if (waits) return;
        else if (event == 0) missing(id, "touchpoints");
        else if (!assessed.get(id)) missing(id, "loyalty's assessments");
        else if (!shown.get(event)) missing(id, "crm's timeline");
    }

    private void missing(int id, String where) {
        tally.wrong("receipt %s is not in %s", evidence.id(id), where);
    }

    private void enrolments() {
        Index<Facts.Enrolment> told = Index.of(evidence.facts.enrolments, Facts.Enrolment::customer, evidence.ids);
        Index<Loyalty.Member> members = Index.of(evidence.loyalty.members, Loyalty.Member::customer, evidence.ids);
        Index<Loyalty.Wallet> wallets = Index.of(evidence.loyalty.wallets, Loyalty.Wallet::customer, evidence.ids);
        BitSet owed = new BitSet();
        for (Claims.Enrolment claim : evidence.claims.enrolments) {
            if (claim.outcome() == Outcome.OK) owed.set(claim.customer());
        }
        evidence.facts.enrolments.forEach(each -> owed.set(each.customer()));
        owed.stream().filter(customer -> customer != 0).forEach(customer -> {
            if (!told.has(customer)) unenrolled(customer, "memberships");
            else if (!members.has(customer)) unenrolled(customer, "loyalty's members");
            else if (!wallets.has(customer)) unenrolled(customer, "loyalty's wallets");
            else if (!shown.get(told.get(customer).event())) unenrolled(customer, "crm's timeline");
        });
    }

    private void touchpoints() {
        Index<Crm.Touchpoint> kept = Index.of(evidence.crm.touchpoints, Crm.Touchpoint::id, evidence.ids);
        Index<Facts.Touchpoint> told = Index.of(evidence.facts.touchpoints, Facts.Touchpoint::id, evidence.ids);
        BitSet owed = new BitSet();
        for (Claims.Touchpoint claim : evidence.claims.touchpoints) {
            if (claim.outcome() == Outcome.OK) owed.set(claim.id());
        }
        evidence.spine.contacted.forEach(each -> owed.set(each.touchpoint()));
        owed.stream().filter(id -> id != 0).forEach(id -> {
            if (!kept.has(id)) untouched(id, "crm's touchpoints");
            else if (kept.get(id).customer() == 0) return;
            else if (!told.has(id)) untouched(id, "the topic touchpoints");
            else if (!shown.get(told.get(id).event())) untouched(id, "crm's timeline");
        });
    }

    private void untouched(int id, String where) {
        tally.wrong("touchpoint %s is not in %s", evidence.id(id), where);
    }

    private void unenrolled(int customer, String where) {
        tally.wrong("the opt-in of customer %s is not in %s", evidence.id(customer), where);
    }
}
