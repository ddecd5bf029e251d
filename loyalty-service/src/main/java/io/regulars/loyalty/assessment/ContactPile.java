package io.regulars.loyalty.assessment;

import io.regulars.loyalty.contact.Contact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Contacts that points may have waited for before anybody heard of those points. */
final class ContactPile {

    private final Map<UUID, List<Contact>> byCustomer = new HashMap<>();

    void know(Contact contact) {
        byCustomer
                .computeIfAbsent(contact.customerId(), id -> new ArrayList<>())
                .add(contact);
    }

    /** By name, when the first that concerns them happened. */
    Map<String, Instant> before(UUID customerId, UUID purchaseId, Instant earnedAt) {
        Map<String, Instant> events = new HashMap<>();
        for (Contact each : byCustomer.getOrDefault(customerId, List.of())) {
            if (!each.concerns(purchaseId, earnedAt)) continue;
            events.merge(each.name(), each.judgedAt(), (a, b) -> a.isBefore(b) ? a : b);
        }
        return events;
    }
}
