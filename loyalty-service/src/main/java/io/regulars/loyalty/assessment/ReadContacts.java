package io.regulars.loyalty.assessment;

import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.contact.Contacts;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Brings into a book what else customers did than buying: in the batch, and before it where points may have waited. */
@ApplicationScoped
class ReadContacts {

    private final Contacts contacts;

    ReadContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Of who is not a member yet only what points may wait for is kept: purchases of before count for them, too. */
    void arriving(Tx tx, Arrivals arrivals, OpenBook book) {
        List<KeptPurchase> bought = arrivals.purchases().stream()
                .filter(purchase -> !book.members(purchase.customerId()).isEmpty())
                .toList();
        waitedFor(tx, bought, book);
        List<Contact> kept = arrivals.contacts().stream()
                .filter(contact -> book.contacts().listening().events().contains(contact.name())
                        || !book.members(contact.customerId()).isEmpty())
                .toList();
        Set<UUID> fresh = contacts.claim(tx, kept);
        for (Contact contact : kept) {
            if (!fresh.contains(contact.touchpointId())) book.contacts().seen(contact.touchpointId());
        }
    }

    /** What points of these purchases may have waited for and was heard of before. */
    void waitedFor(Tx tx, List<KeptPurchase> bought, OpenBook book) {
        if (bought.isEmpty()) return;
        Set<UUID> buyers = new HashSet<>();
        bought.forEach(purchase -> buyers.add(purchase.customerId()));
        List<UUID> ids = bought.stream().map(KeptPurchase::purchaseId).toList();
        Instant first =
                Collections.min(bought.stream().map(KeptPurchase::judgedAt).toList());
        contacts.of(tx, buyers, book.contacts().listening().events(), ids, first)
                .forEach(book.contacts()::know);
    }
}
