package io.regulars.loyalty;

import io.regulars.loyalty.assessment.Arrivals;
import io.regulars.loyalty.assessment.Awarded;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.receipt.KeptPurchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps contacts as the database does: those of members and what points wait for, each once. */
final class PaperContacts {

    private final Map<UUID, Contact> kept = new LinkedHashMap<>();
    private final List<Awarded> awarded = new ArrayList<>();

    /** Hands out what may have come before the purchases of a batch, and takes in its contacts. */
    void hand(Arrivals arrivals, OpenBook book) {
        Set<UUID> members = book.members().stream().map(Member::customerId).collect(Collectors.toSet());
        List<KeptPurchase> bought = arrivals.purchases().stream()
                .filter(each -> members.contains(each.customerId()))
                .toList();
        hand(bought, book);
        for (Contact each : List.copyOf(arrivals.contacts())) {
            boolean waitedFor = book.contacts().listening().events().contains(each.name());
            if (!waitedFor && !members.contains(each.customerId())) continue;
            if (kept.putIfAbsent(each.touchpointId(), each) != null)
                book.contacts().seen(each.touchpointId());
        }
    }

    /** Hands out what points of these purchases may wait for. */
    void hand(List<KeptPurchase> bought, OpenBook book) {
        if (bought.isEmpty()) return;
        Instant first = bought.stream()
                .map(KeptPurchase::judgedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        kept.values().stream()
                .filter(each -> book.contacts().listening().events().contains(each.name()))
                .filter(each -> bought.stream().anyMatch(purchase -> mayConcern(each, purchase, first)))
                .forEach(book.contacts()::know);
    }

    private static boolean mayConcern(Contact contact, KeptPurchase purchase, Instant first) {
        if (!contact.customerId().equals(purchase.customerId())) return false;
        return contact.purchaseId() == null
                ? contact.occurredAt().isAfter(first)
                : contact.purchaseId().equals(purchase.purchaseId());
    }

    List<Awarded> awarded() {
        return awarded;
    }
}
