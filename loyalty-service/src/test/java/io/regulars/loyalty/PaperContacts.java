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
import java.util.stream.Stream;

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
        List<Contact> done = arrivals.contacts().stream()
                .filter(each -> members.contains(each.customerId()))
                .toList();
        hand(bought, done, book);
        for (Contact each : List.copyOf(arrivals.contacts())) {
            if (kept.putIfAbsent(each.touchpointId(), each) != null)
                book.contacts().seen(each.touchpointId());
        }
    }

    /** Hands out what points of these purchases may wait for. */
    void hand(List<KeptPurchase> bought, OpenBook book) {
        hand(bought, List.of(), book);
    }

    private void hand(List<KeptPurchase> bought, List<Contact> done, OpenBook book) {
        Set<UUID> customers = Stream.concat(
                        bought.stream().map(KeptPurchase::customerId),
                        done.stream().map(Contact::customerId))
                .collect(Collectors.toSet());
        Set<UUID> ids = bought.stream().map(KeptPurchase::purchaseId).collect(Collectors.toSet());
        Instant first = Stream.concat(
                        bought.stream().map(KeptPurchase::judgedAt),
                        done.stream().map(Contact::judgedAt))
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        kept.values().stream()
                .filter(each -> book.contacts().listening().events().contains(each.name()))
                .filter(each -> customers.contains(each.customerId()))
                .filter(each ->
                        each.purchaseId() == null ? each.occurredAt().isAfter(first) : ids.contains(each.purchaseId()))
                .forEach(book.contacts()::know);
    }

    List<Awarded> awarded() {
        return awarded;
    }
}
