package io.regulars.crm.customer;

import io.regulars.crm.customer.Identities.Sighting;
import io.regulars.crm.identifier.Mention;
import io.regulars.crm.identifier.Mention.WhyNot;
import io.regulars.crm.passedover.PassedOver;
import io.regulars.crm.suggestion.Suggestion;
import io.regulars.crm.suggestion.Suggestion.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What people should see of how customers were recognised: what was passed over, and who may be one person. */
final class Notices {

    private final List<PassedOver> passedOver = new ArrayList<>();
    private final Map<Set<UUID>, Suggestion> conflicts = new LinkedHashMap<>();

    void passedOver(Mention mention, WhyNot why, UUID customer, Sighting at) {
        passedOver.add(new PassedOver(
                at.about(),
                mention.type(),
                why,
                at.source(),
                at.store(),
                customer,
                at.cause().recordedAt()));
    }

    void conflict(UUID customer, List<UUID> others, Sighting at) {
        TreeSet<UUID> customers = new TreeSet<>(others);
        customers.add(customer);
        Suggestion met = new Suggestion(
                Kind.IDENTITY_CONFLICT,
                customers,
                at.about(),
                1,
                at.occurredAt(),
                at.occurredAt(),
                at.cause().recordedAt());
        conflicts.merge(customers, met, Suggestion::and);
    }

    List<PassedOver> passedOver() {
        return passedOver;
    }

    Collection<Suggestion> suggestions() {
        return conflicts.values();
    }
}
