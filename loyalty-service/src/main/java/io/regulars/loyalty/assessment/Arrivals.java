package io.regulars.loyalty.assessment;

import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.programme.Listening;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.platform.view.Told;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The receipts that a batch of facts brings and that were not folded yet. */
public final class Arrivals {

    private final Map<UUID, KeptPurchase> purchases = new LinkedHashMap<>();
    private final Map<UUID, KeptRefund> refunds = new LinkedHashMap<>();
    private final Map<UUID, Contact> contacts = new LinkedHashMap<>();
    private Instant latest = Instant.MIN;

    private Arrivals() {}

    public static Arrivals none() {
        return new Arrivals();
    }

    public static Arrivals of(List<Told> batch) {
        Arrivals arrivals = new Arrivals();
        for (Told told : batch) arrivals.add(told);
        return arrivals;
    }

    private void add(Told told) {
        if (told.recordedAt().isAfter(latest)) latest = told.recordedAt();
        if (told.event() instanceof PurchaseRecorded fact) {
            purchases.computeIfAbsent(fact.purchaseId(), id -> KeptPurchase.of(fact, told.cause()));
        }
        if (told.event() instanceof PurchaseRefunded fact) {
            refunds.computeIfAbsent(fact.refundId(), id -> KeptRefund.of(fact, told.cause()));
        }
        if (told.event() instanceof PurchaseVoided fact) {
            refunds.computeIfAbsent(fact.voidId(), id -> KeptRefund.of(fact, told.cause()));
        }
        if (told.event() instanceof TouchpointRecorded fact) {
            contacts.computeIfAbsent(fact.touchpointId(), id -> Contact.of(fact, told.cause()));
        }
    }

    /** Forgets what no programme asks for. */
    void listen(Listening listening) {
        contacts.values().removeIf(contact -> !listening.to(contact.name()));
    }

    /** When the last of them was recorded. */
    public Instant latest() {
        return latest;
    }

    public Collection<KeptPurchase> purchases() {
        return purchases.values();
    }

    public Collection<KeptRefund> refunds() {
        return refunds.values();
    }

    public Collection<Contact> contacts() {
        return contacts.values();
    }

    /** Takes a contact out, to be folded or because it was seen before; null when it is not among them. */
    Contact takeContact(UUID touchpointId) {
        return contacts.remove(touchpointId);
    }

    public KeptPurchase purchase(UUID purchaseId) {
        return purchases.get(purchaseId);
    }

    /** The purchases that these refunds undo, where the till knew them. */
    public Set<UUID> originals() {
        Set<UUID> originals = new HashSet<>();
        for (KeptRefund refund : refunds.values()) {
            if (refund.originalId() != null) originals.add(refund.originalId());
        }
        return originals;
    }

    /** The purchases that are undone as a whole. */
    public Set<UUID> voided() {
        Set<UUID> voided = new HashSet<>();
        for (KeptRefund refund : refunds.values()) {
            if (refund.whole()) voided.add(refund.originalId());
        }
        return voided;
    }

    /** Takes a purchase out, to be folded or because it was seen before; null when it is not among them. */
    KeptPurchase takePurchase(UUID purchaseId) {
        return purchases.remove(purchaseId);
    }

    KeptRefund takeRefund(UUID refundId) {
        return refunds.remove(refundId);
    }
}
