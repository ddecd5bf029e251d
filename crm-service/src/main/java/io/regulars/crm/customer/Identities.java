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
import java.util.UUID;
import java.util.function.Supplier;

/** Who is who, as one transaction knows it: loaded before it folds, extended while it does, stored after. */
public final class Identities {

    private final Map<Identifier, Link> links;
    private final Map<UUID, UUID> customers;
    private final Supplier<UUID> ids;
    private final Facts facts;
    private final List<NewCustomer> newCustomers = new ArrayList<>();

    /** @param customers who those of the posted customer ids that exist are by merges */
    Identities(Map<Identifier, Link> links, Map<UUID, UUID> customers, Supplier<UUID> ids, Facts facts) {
        this.links = new HashMap<>(links);
        this.customers = customers;
        this.ids = ids;
        this.facts = facts;
    }

    /** Where and when a customer was named: {@code about} is the receipt, touchpoint or command. */
    public record Sighting(UUID about, String source, Instant occurredAt, Cause cause) {}

    /**
     * {@code identifierRef} is the most trusted identifier the customer was named by. Null when named by id alone; an id
     * that is another name of her since a merge stands there itself. {@code side} is whose it was before, if not hers.
     */
    public record Identified(UUID customerId, UUID identifierRef, UUID side, boolean created) {
        public static final Identified NOBODY = new Identified(null, null, null, false);
    }

    /** A customer nobody had seen before. */
    record NewCustomer(UUID customerId, Instant since) {}

    /** Finds the customer, makes one for identifiers never seen, links what is new, and says so. */
    public Identified identify(CustomerRef ref, Sighting sighting) {
        if (ref == null) return Identified.NOBODY;
        List<Identifier> identifiers = IdentifierRules.named(ref);
        UUID root = ref.id() == null ? null : customers.get(ref.id());
        Whose named = root == null ? null : new Whose(ref.id(), root);
        if (named == null && identifiers.isEmpty()) return Identified.NOBODY;

        Verdict verdict = IdentityRules.weigh(named, identifiers, this::ownerOf);
        boolean created = verdict.whose() == null;
        Whose whose = created ? create(sighting.occurredAt()) : verdict.whose();
        link(whose, verdict.unknown(), sighting);
        UUID customer = whose.customerId();
        if (!verdict.others().isEmpty()) {
            facts.say(
                    new IdentityConflict(customer, verdict.others(), sighting.about(), sighting.occurredAt()),
                    sighting.cause());
        }
        Link first = seen(customer, identifiers, sighting.occurredAt());
        UUID side = first == null ? whose.side() : first.customerId;
        UUID otherSide = side.equals(customer) ? null : side;
        return new Identified(customer, first == null ? otherSide : first.ref, otherSide, created);
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

    private Whose ownerOf(Identifier identifier) {
        Link link = links.get(identifier);
        return link == null ? null : link.whose();
    }

    private Whose create(Instant since) {
        UUID customer = ids.get();
        newCustomers.add(new NewCustomer(customer, since));
        return Whose.nobodyElse(customer);
    }

    private void link(Whose whose, List<Identifier> unknown, Sighting sighting) {
        if (unknown.isEmpty()) return;
        List<io.regulars.events.TouchpointEvent.Identifier> told = new ArrayList<>(unknown.size());
        for (Identifier identifier : unknown) {
            Link link = Link.made(identifier, ids.get(), whose.side(), sighting.source(), day(sighting.occurredAt()));
            links.put(identifier, link.under(whose.customerId()));
            told.add(new io.regulars.events.TouchpointEvent.Identifier(
                    identifier.type().wireName(), link.ref));
        }
        facts.say(new CustomerIdentified(whose.customerId(), told, sighting.occurredAt()), sighting.cause());
    }

    /** Notes the day on every identifier that was shown, and hands out the customer's most trusted one, if any. */
    private Link seen(UUID customer, List<Identifier> identifiers, Instant occurredAt) {
        LocalDate day = day(occurredAt);
        Link first = null;
        for (Identifier identifier : identifiers) {
            Link link = links.get(identifier);
            link.seenOn(day);
            if (first == null && link.root.equals(customer)) first = link;
        }
        return first;
    }

    private static LocalDate day(Instant occurredAt) {
        return LocalDate.ofEpochDay(Math.floorDiv(occurredAt.getEpochSecond(), 86_400L));
    }
}
