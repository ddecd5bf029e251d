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
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.model.Way;
import java.util.BitSet;

/** Effects of what was definitely refused, of what nobody asked for, or of nothing at all. */
public final class Phantom {
    private static final int CONFLICT = 409;

    private final Evidence evidence;
    private final Tally tally = new Tally("phantom");
    private final Index<Facts.Purchase> purchases;
    private final Index<Facts.Refund> refunds;
    private final Index<Facts.Enrolment> enrolments;

    private Phantom(Evidence evidence) {
        this.evidence = evidence;
        this.purchases = Index.of(evidence.facts.purchases, Facts.Purchase::id, evidence.ids);
        this.refunds = Index.of(evidence.facts.refunds, Facts.Refund::id, evidence.ids);
        this.enrolments = Index.of(evidence.facts.enrolments, Facts.Enrolment::customer, evidence.ids);
    }

    public static Finding find(Evidence evidence) {
        Phantom phantom = new Phantom(evidence);
        phantom.refusedReceipts();
        phantom.otherContents();
        phantom.refusedEnrolments();
        phantom.unposted();
        phantom.touchpoints();
        phantom.points();
        phantom.messages();
        return phantom.tally.finding();
    }

    /**
     * A refusal settles the attempts before it, one that was acknowledged excepted; a conflict means that the
     * receipt was there before.
     */
    private void refusedReceipts() {
        BitSet refused = new BitSet();
        BitSet acknowledged = new BitSet();
        for (Claims.Receipt claim : evidence.claims.receipts) {
            refused.set(claim.id(), claim.outcome() == Outcome.REFUSED && claim.status() != CONFLICT);
            if (claim.outcome() == Outcome.OK) acknowledged.set(claim.id());
        }
        refused.andNot(acknowledged);
        Index<Crm.Receipt> receipts = Index.of(evidence.crm.receipts, Crm.Receipt::id, evidence.ids);
        refused.stream()
                .filter(id -> id != 0 && (isRecorded(id) || receipts.has(id)))
                .forEach(id -> tally.wrong("receipt %s was refused and is there", evidence.id(id)));
    }

    private boolean isRecorded(int receipt) {
        return purchases.has(receipt) || refunds.has(receipt);
    }

    /** What is recorded must be what some accepted attempt said. */
    private void otherContents() {
        BitSet accepted = new BitSet();
        BitSet matched = new BitSet();
        for (Claims.Receipt claim : evidence.claims.receipts) {
            if (claim.outcome() == Outcome.REFUSED || claim.content() == 0 || !isRecorded(claim.id())) continue;
            accepted.set(claim.id());
            long content = purchases.has(claim.id())
                    ? purchases.get(claim.id()).content()
                    : refunds.get(claim.id()).content();
            if (content == claim.content()) matched.set(claim.id());
        }
        accepted.andNot(matched);
        accepted.stream().forEach(id -> tally.wrong("receipt %s is recorded as nobody posted it", evidence.id(id)));
    }

    private void refusedEnrolments() {
        BitSet possible = new BitSet();
        BitSet refused = new BitSet();
        for (Claims.Enrolment claim : evidence.claims.enrolments) {
            boolean denied = claim.outcome() == Outcome.REFUSED && claim.status() != CONFLICT;
            (denied ? refused : possible).set(claim.customer());
            Facts.Enrolment told = enrolments.get(claim.customer());
            if (claim.outcome() != Outcome.OK || claim.enrolledAt() == Micros.NEVER || told == null) continue;
            if (!Micros.same(told.enrolledAt(), claim.enrolledAt())) {
                tally.wrong("the opt-in of %s is not from when it was asked for", evidence.id(claim.customer()));
            }
        }
        refused.andNot(possible);
        refused.stream()
                .filter(enrolments::has)
                .forEach(customer -> tally.wrong("the opt-in of %s was refused and is there", evidence.id(customer)));
        evidence.loyalty.members.stream()
                .filter(member -> !evidence.loyalty.families.has(member.customer()))
                .filter(member -> !enrolments.has(member.customer()))
                .forEach(member ->
                        tally.wrong("loyalty.membership of %s without MemberEnrolled", evidence.id(member.customer())));
        evidence.loyalty.wallets.stream()
                .filter(wallet -> !evidence.loyalty.families.has(wallet.customer()))
                .filter(wallet -> !enrolments.has(wallet.customer()))
                .forEach(wallet ->
                        tally.wrong("loyalty.wallet of %s without MemberEnrolled", evidence.id(wallet.customer())));
    }

    private void unposted() {
        if (!evidence.spine.intakeIsWhole()) return;
        BitSet posted = new BitSet();
        evidence.spine.posted.forEach(each -> posted.set(each.receipt()));
        evidence.facts.purchases.stream()
                .filter(each -> !posted.get(each.id()))
                .forEach(
                        each -> tally.wrong("purchase %s is recorded and was never on intake", evidence.id(each.id())));
        evidence.facts.refunds.stream()
                .filter(each -> !posted.get(each.id()))
                .forEach(each -> tally.wrong("refund %s is recorded and was never on intake", evidence.id(each.id())));
    }

    private void touchpoints() {
        BitSet possible = new BitSet();
        BitSet refused = new BitSet();
        for (Claims.Touchpoint claim : evidence.claims.touchpoints) {
            (claim.outcome() == Outcome.REFUSED ? refused : possible).set(claim.id());
        }
        refused.andNot(possible);
        BitSet posted = new BitSet();
        evidence.spine.contacted.forEach(each -> posted.set(each.touchpoint()));
        boolean whole = evidence.spine.intakeIsWhole();
        for (Facts.Touchpoint each : evidence.facts.touchpoints) {
            if (refused.get(each.id())) tally.wrong("touchpoint %s was refused and is there", evidence.id(each.id()));
            else if (whole && !posted.get(each.id())) {
                tally.wrong("touchpoint %s is recorded and was never on intake", evidence.id(each.id()));
            }
        }
    }

    private void points() {
        for (Facts.Points each : evidence.facts.points) {
            if (each.saying().ofAReceipt() && !isRecorded(each.receipt())) {
                tally.wrong("points of receipt %s, which was never recorded", evidence.id(each.receipt()));
            }
        }
        for (Loyalty.Transfer each : evidence.loyalty.transfers) {
            if (hasACause(each)) continue;
            tally.wrong("transfer %d of %s without a receipt", each.number(), evidence.id(each.customer()));
        }
    }

    /** What it names was recorded; only some ways need no receipt. */
    private boolean hasACause(Loyalty.Transfer transfer) {
        if (transfer.refund() != 0) return refunds.has(transfer.refund());
        if (transfer.purchase() != 0) return purchases.has(transfer.purchase());
        return evidence.versions.haveGifts()
                || Way.of(transfer).filter(Way::needsAReceipt).isEmpty();
    }

    private void messages() {
        BitSet causes = new BitSet();
        evidence.facts.enrolments.forEach(each -> causes.set(each.event()));
        evidence.facts.tierMoves.forEach(each -> causes.set(each.event()));
        for (Facts.Message each : evidence.facts.messages) {
            if (each.said() == Facts.Said.DUE && !causes.get(each.cause())) {
                tally.wrong("message %s without a cause", evidence.id(each.id()));
            }
        }
    }
}
