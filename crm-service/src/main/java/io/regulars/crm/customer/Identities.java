package io.regulars.crm.customer;

import io.regulars.crm.customer.IdentityRules.Verdict;
import io.regulars.events.CustomerRef;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.events.TouchpointEvent.IdentityConflict;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Who is who, as one transaction knows it: loaded before it folds, extended while it does, stored after. */
public final class Identities {

    private final Map<Identifier, Link> links;
    private final Set<UUID> customers;
    private final Supplier<UUID> ids;
    private final Facts facts;
    private final List<NewCustomer> newCustomers = new ArrayList<>();

    /** @param customers those of the posted customer ids that exist */
    Identities(Map<Identifier, Link> links, Set<UUID> customers, Supplier<UUID> ids, Facts facts) {
        this.links = new HashMap<>(links);
        this.customers = customers;
        this.ids = ids;
        this.facts = facts;
    }

    /** Where and when a customer was named: {@code about} is the receipt, touchpoint or command. */
    public record Sighting(UUID about, String source, Instant occurredAt, Cause cause) {}

    /** {@code identifierRef} is the most trusted identifier the customer was named by; null when named by id alone. */
    public record Identified(UUID customerId, UUID identifierRef, boolean created) {
        public static final Identified NOBODY = new Identified(null, null, false);
    }

    /** A customer nobody had seen before. */
    record NewCustomer(UUID customerId, Instant since) {}

    /** Finds the customer, makes one for identifiers never seen, links what is new, and says so. */
    public Identified identify(CustomerRef ref, Sighting sighting) {
        if (ref == null) return Identified.NOBODY;
        List<Identifier> identifiers = IdentifierRules.named(ref);
        UUID named = ref.id() != null && customers.contains(ref.id()) ? ref.id() : null;
        if (named == null && identifiers.isEmpty()) return Identified.NOBODY;

        Verdict verdict = IdentityRules.weigh(named, identifiers, this::ownerOf);
        boolean created = verdict.customerId() == null;
        UUID customer = created ? create(sighting.occurredAt()) : verdict.customerId();
        link(customer, verdict.unknown(), sighting);
        if (!verdict.others().isEmpty()) {
            facts.say(
                    new IdentityConflict(customer, verdict.others(), sighting.about(), sighting.occurredAt()),
                    sighting.cause());
        }
        return new Identified(customer, seen(customer, identifiers, sighting.occurredAt()), created);
    }

    List<NewCustomer> newCustomers() {
        return newCustomers;
    }

    List<Link> newLinks() {
        return links.values().stream().filter(link -> link.isNew).toList();
    }

    List<Link> seenOnAnotherDay() {
        return links.values().stream()
                .filter(link -> link.widened && !link.isNew)
                .toList();
    }

    private UUID ownerOf(Identifier identifier) {
        Link link = links.get(identifier);
        return link == null ? null : link.customerId;
    }

    private UUID create(Instant since) {
        UUID customer = ids.get();
        newCustomers.add(new NewCustomer(customer, since));
        return customer;
    }

    private void link(UUID customer, List<Identifier> unknown, Sighting sighting) {
        if (unknown.isEmpty()) return;
        List<io.regulars.events.TouchpointEvent.Identifier> told = new ArrayList<>(unknown.size());
        for (Identifier identifier : unknown) {
            Link link = Link.made(identifier, ids.get(), customer, sighting.source(), day(sighting.occurredAt()));
            links.put(identifier, link);
            told.add(new io.regulars.events.TouchpointEvent.Identifier(
                    identifier.type().wireName(), link.ref));
        }
        facts.say(new CustomerIdentified(customer, told, sighting.occurredAt()), sighting.cause());
    }

    /** Notes the day on every identifier that was shown, and hands out the ref of the customer's most trusted one. */
    private UUID seen(UUID customer, List<Identifier> identifiers, Instant occurredAt) {
        LocalDate day = day(occurredAt);
        UUID first = null;
        for (Identifier identifier : identifiers) {
            Link link = links.get(identifier);
            link.seenOn(day);
            if (first == null && link.customerId.equals(customer)) first = link.ref;
        }
        return first;
    }

    private static LocalDate day(Instant occurredAt) {
        return LocalDate.ofEpochDay(Math.floorDiv(occurredAt.getEpochSecond(), 86_400L));
    }
}
