package io.regulars.crm;

import io.regulars.crm.customer.Identifiers;
import io.regulars.crm.customer.Identities;
import io.regulars.crm.customer.MergeLock;
import io.regulars.crm.customer.Shown;
import io.regulars.crm.receipt.ReceiptDesk;
import io.regulars.crm.receipt.RecordReceipts;
import io.regulars.crm.touchpoint.RecordTouchpoints;
import io.regulars.crm.touchpoint.Touchpoints;
import io.regulars.events.Event;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.TouchpointPosted;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.events.Topic;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import io.regulars.platform.view.Told;
import io.regulars.platform.view.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What the crm does with what the gateway took in: the whole list. Loads once, folds in order, stores once. */
@ApplicationScoped
public class IntakeEvents implements View {

    private final MergeLock mergeLock;
    private final ReceiptDesk receipts;
    private final Touchpoints touchpoints;
    private final Identifiers identifiers;
    private final Journal journal;
    private final Clock clock;

    IntakeEvents(
            MergeLock mergeLock,
            ReceiptDesk receipts,
            Touchpoints touchpoints,
            Identifiers identifiers,
            Journal journal,
            Clock clock) {
        this.mergeLock = mergeLock;
        this.receipts = receipts;
        this.touchpoints = touchpoints;
        this.identifiers = identifiers;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "intake-recording";
    }

    @Override
    public Set<Topic> follows() {
        return Set.of(Topic.INTAKE);
    }

    @Override
    public void apply(Tx tx, List<Told> batch) {
        List<Event> posted = batch.stream().map(Told::event).toList();
        Facts facts = new Facts(clock.now());
        mergeLock.besideOthers(tx);
        var knownReceipts = receipts.ask(tx, batch);
        var knownTouchpoints = touchpoints.ask(tx, posted);
        Identities identities = identifiers
                .ask(tx, posted.stream().map(IntakeEvents::shownBy).toList(), facts)
                .get();
        RecordReceipts record = knownReceipts.with(identities, facts);
        RecordTouchpoints note = knownTouchpoints.with(identities, facts);

        for (Told told : batch) {
            if (told.event() instanceof PurchasePosted purchase) record.purchase(purchase, told.cause());
            if (told.event() instanceof RefundPosted refund) record.refund(refund, told.cause());
            if (told.event() instanceof VoidPosted undone) record.undo(undone, told.cause());
            if (told.event() instanceof TouchpointPosted touchpoint) note.touchpoint(touchpoint, told.cause());
        }

        List<Runnable> claims =
                List.of(receipts.store(tx, record), touchpoints.store(tx, note), identifiers.store(tx, identities));
        claims.forEach(Runnable::run);
        journal.append(tx, facts);
    }

    private static Shown shownBy(Event posted) {
        if (posted instanceof PurchasePosted it)
            return new Shown(it.purchase().customer(), it.purchase().store());
        if (posted instanceof RefundPosted it)
            return new Shown(it.refund().customer(), it.refund().store());
        if (posted instanceof TouchpointPosted it)
            return new Shown(it.touchpoint().customer(), it.touchpoint().store());
        return new Shown(null, null);
    }
}
