package io.regulars.crm.receipt;

import io.regulars.crm.customer.Identities;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.view.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Brings what is known about a batch's receipts, and puts away what was recorded. */
@ApplicationScoped
public class ReceiptDesk {

    private final Receipts receipts;
    private final Echoes echoes;
    private final WaitingRefunds waitingRefunds;
    private final ReceiptConflicts conflicts;

    ReceiptDesk(Receipts receipts, Echoes echoes, WaitingRefunds waitingRefunds, ReceiptConflicts conflicts) {
        this.receipts = receipts;
        this.echoes = echoes;
        this.waitingRefunds = waitingRefunds;
        this.conflicts = conflicts;
    }

    /** Asks for every receipt the batch names; what it answers waits for them. */
    public Opening ask(Tx tx, List<Told> batch) {
        Supplier<List<Receipt>> known = receipts.ask(tx, named(batch));
        return (identities, facts) -> new RecordReceipts(open(tx, batch, known.get()), identities, facts);
    }

    /** Run what it answers before anything is said: it finds out whether somebody else was first. */
    public Runnable store(Tx tx, RecordReceipts recorded) {
        ReceiptBook book = recorded.book();
        Runnable first = receipts.store(tx, book);
        echoes.add(tx, book.echoes());
        conflicts.add(tx, book.conflicts());
        Runnable alone = waitingRefunds.store(tx, book.queue());
        return () -> {
            first.run();
            alone.run();
        };
    }

    /** What is known, ready to be recorded on. */
    @FunctionalInterface
    public interface Opening {
        RecordReceipts with(Identities identities, Facts facts);
    }

    private ReceiptBook open(Tx tx, List<Told> batch, List<Receipt> known) {
        List<UUID> awaited = new ArrayList<>();
        Set<UUID> arrived = new HashSet<>();
        for (Receipt receipt : known) (receipt.arrived() ? arrived : awaited).add(receipt.id());
        Set<UUID> echoed = echoes.heardAmong(tx, comingAgain(batch, arrived));
        List<WaitingRefund> waiting = waitingRefunds.waitingFor(tx, awaited);
        List<Receipt> all = new ArrayList<>(known);
        all.addAll(
                receipts.ask(tx, waiting.stream().map(WaitingRefund::refundId).toList())
                        .get());
        return new ReceiptBook(all, echoed, waiting);
    }

    private static List<UUID> comingAgain(List<Told> batch, Set<UUID> arrived) {
        if (arrived.isEmpty()) return List.of();
        return batch.stream()
                .filter(told -> arrived.contains(receiptOf(told)))
                .map(Told::eventId)
                .toList();
    }

    private static Set<UUID> named(List<Told> batch) {
        Set<UUID> named = new HashSet<>(batch.size() * 2);
        for (Told told : batch) {
            UUID receipt = receiptOf(told);
            if (receipt != null) named.add(receipt);
            if (told.event() instanceof RefundPosted refund && refund.originalId() != null) {
                named.add(refund.originalId());
            }
            if (told.event() instanceof VoidPosted undone) named.add(undone.purchaseId());
        }
        return named;
    }

    private static UUID receiptOf(Told told) {
        if (told.event() instanceof PurchasePosted purchase) return purchase.purchaseId();
        if (told.event() instanceof RefundPosted refund) return refund.refundId();
        if (told.event() instanceof VoidPosted undone) return undone.voidId();
        return null;
    }
}
