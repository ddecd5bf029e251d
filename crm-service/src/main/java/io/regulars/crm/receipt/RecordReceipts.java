package io.regulars.crm.receipt;

import io.regulars.crm.customer.Identities;
import io.regulars.crm.customer.Identities.Identified;
import io.regulars.crm.customer.Identities.Sighting;
import io.regulars.crm.receipt.Receipt.Kind;
import io.regulars.crm.receipt.Receipt.Status;
import io.regulars.crm.receipt.ReceiptBook.Echo;
import io.regulars.crm.receipt.ReceiptRules.Verdict;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
import io.regulars.events.TouchpointEvent.ReceiptRepeated;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import java.util.UUID;

/** Records each receipt once, under the customer it names, whatever comes twice, differently or in the wrong order. */
public final class RecordReceipts {

    private final ReceiptBook book;
    private final Identities identities;
    private final Facts facts;

    RecordReceipts(ReceiptBook book, Identities identities, Facts facts) {
        this.book = book;
        this.identities = identities;
        this.facts = facts;
    }

    ReceiptBook book() {
        return book;
    }

    public void purchase(PurchasePosted posted, Cause cause) {
        UUID id = posted.purchaseId();
        byte[] content = Content.of(posted.purchase());
        if (!isFirst(id, content, posted.purchase(), cause)) return;

        Identified who = identities.identify(
                posted.purchase().customer(),
                new Sighting(
                        id,
                        "purchase",
                        posted.occurredAt(),
                        cause,
                        posted.purchase().store()));
        Receipt receipt = applied(
                id, Kind.PURCHASE, content, who, cause, posted.purchase().store());
        book.write(receipt);
        facts.say(
                new PurchaseRecorded(
                        id,
                        who.customerId(),
                        who.identifierRef(),
                        posted.purchase().withoutCustomer(),
                        posted.ahead()),
                cause);
        for (WaitingRefund refund : book.waitedFor(id)) {
            settle(book.receipt(refund.refundId()).of(receipt), refund);
        }
    }

    public void refund(RefundPosted posted, Cause cause) {
        UUID id = posted.refundId();
        byte[] content = Content.of(posted.refund());
        if (!isFirst(id, content, posted.refund(), cause)) return;

        Receipt original = book.receipt(posted.originalId());
        Identified who = original != null && original.arrived()
                ? Identified.NOBODY
                : identities.identify(
                        posted.refund().customer(),
                        new Sighting(
                                id,
                                "refund",
                                posted.occurredAt(),
                                cause,
                                posted.refund().store()));
        Receipt receipt =
                applied(id, Kind.REFUND, content, who, cause, posted.refund().store());
        WaitingRefund refund =
                new WaitingRefund(id, posted.originalId(), posted.refund().withoutCustomer(), null, cause);
        switch (ReceiptRules.ownerOf(posted.originalId() != null, original, who.customerId() != null)) {
            case THE_ORIGINALS -> settle(receipt.of(original), refund);
            case ITS_OWN -> settle(receipt, refund);
            case NOT_YET_KNOWN -> await(receipt, refund);
        }
    }

    /**
     * A void is its purchase's buyer's, and waits for it. There is nothing in it two could disagree about: what is undone
     * already is a repeat, whatever time and reason are named.
     */
    public void undo(VoidPosted posted, Cause cause) {
        UUID id = posted.voidId();
        Receipt known = book.receipt(id);
        byte[] content = known != null && known.arrived() ? known.content() : Content.of(posted.voiding());
        if (!isFirst(id, content, posted.voiding(), cause)) return;

        Receipt original = book.receipt(posted.purchaseId());
        Receipt receipt = applied(
                id,
                Kind.VOID,
                content,
                Identified.NOBODY,
                cause,
                posted.voiding().store());
        WaitingRefund undone = new WaitingRefund(
                id, posted.purchaseId(), null, posted.voiding().withoutReason(), cause);
        if (original != null && original.arrived()) settle(receipt.of(original), undone);
        else await(receipt, undone);
    }

    private void await(Receipt receipt, WaitingRefund refund) {
        book.write(receipt.waiting());
        book.await(refund, refund.cause().recordedAt());
    }

    private void settle(Receipt receipt, WaitingRefund refund) {
        book.write(receipt);
        facts.say(refund.fact(receipt.customerId(), receipt.identifierRef()), refund.cause());
    }

    private static Receipt applied(UUID id, Kind kind, byte[] content, Identified who, Cause cause, String store) {
        return new Receipt(
                id,
                kind,
                Status.APPLIED,
                cause.eventId(),
                content,
                who.customerId(),
                who.identifierRef(),
                cause.recordedAt(),
                store,
                who.side());
    }

    private boolean isFirst(UUID id, byte[] content, Record posted, Cause cause) {
        Verdict verdict = ReceiptRules.judge(book.receipt(id), content, cause.eventId(), book.echoed(cause.eventId()));
        if (verdict == Verdict.REPEATED) {
            Receipt known = book.repeat(new Echo(cause.eventId(), id, cause.recordedAt()));
            facts.say(new ReceiptRepeated(id, known.customerId(), cause.recordedAt()), cause);
        }
        if (verdict == Verdict.CONFLICTED) {
            Receipt known = book.conflict(new Echo(cause.eventId(), id, cause.recordedAt()), content, posted);
            facts.say(new ReceiptConflicted(id, known.customerId(), cause.recordedAt()), cause);
        }
        return verdict == Verdict.FIRST;
    }
}
