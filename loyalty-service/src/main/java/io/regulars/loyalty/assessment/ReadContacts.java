package io.regulars.loyalty.assessment;

import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.contact.Contacts;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Brings into a book what else customers did than buying: in the batch, and before it where points may have waited. */
@ApplicationScoped
class ReadContacts {

    private final Contacts contacts;

    ReadContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    /** All are kept, so that each is told once; what points wait for counts also for who is not a member yet. */
    void arriving(Tx tx, Arrivals arrivals, OpenBook book) {
        List<KeptPurchase> bought = arrivals.purchases().stream()
                .filter(purchase -> !book.members(purchase.customerId()).isEmpty())
                .toList();
        List<Contact> kept = List.copyOf(arrivals.contacts());
        List<Contact> done = kept.stream()
                .filter(contact -> !book.members(contact.customerId()).isEmpty())
                .toList();
        waitedFor(tx, bought, done, book);
        Set<UUID> fresh = contacts.claim(tx, kept);
        for (Contact contact : kept) {
            if (!fresh.contains(contact.touchpointId())) book.contacts().seen(contact.touchpointId());
        }
    }

    /** What points of these may have waited for and was heard of before. */
    void waitedFor(Tx tx, List<KeptPurchase> bought, List<Contact> done, OpenBook book) {
        if (bought.isEmpty() && done.isEmpty()) return;
        Set<UUID> customers = new HashSet<>();
        bought.forEach(purchase -> customers.add(purchase.customerId()));
        done.forEach(contact -> customers.add(contact.customerId()));
        List<UUID> ids = bought.stream().map(KeptPurchase::purchaseId).toList();
        Instant first = Stream.concat(
                        bought.stream().map(KeptPurchase::judgedAt),
                        done.stream().map(Contact::judgedAt))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        contacts.of(tx, customers, book.contacts().listening().events(), ids, first)
                .forEach(book.contacts()::know);
    }
}
