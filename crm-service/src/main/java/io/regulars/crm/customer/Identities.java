package io.regulars.crm.customer;

import io.regulars.crm.customer.IdentityRules.Verdict;
import io.regulars.crm.identifier.Identifier;
import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.Mention;
import io.regulars.crm.identifier.Mention.WhyNot;
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
    private final ReadOnce read;
    private final Gathered gathered;
    private final Notices notices = new Notices();
    private final List<NewCustomer> newCustomers = new ArrayList<>();

    /** @param customers who those of the posted customer ids that exist are by merges */
    Identities(
            Map<Identifier, Link> links,
            Map<UUID, UUID> customers,
            Supplier<UUID> ids,
            Facts facts,
            ReadOnce read,
            Gathered gathered) {
        this.read = read;
        this.gathered = gathered;
        this.links = new HashMap<>(links);
        this.customers = customers;
        this.ids = ids;
        this.facts = facts;
    }

    /** Where and when a customer was named: {@code about} is the receipt, touchpoint or command; store may be null. */
    public record Sighting(UUID about, String source, Instant occurredAt, Cause cause, String store) {

        public Sighting(UUID about, String source, Instant occurredAt, Cause cause) {
            this(about, source, occurredAt, cause, null);
        }

        /** Who signs in has read the code that was sent to her address. */
        boolean proves(Type type) {
            return type == Type.EMAIL && source.equals("signIn");
        }
    }

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
        List<Mention> mentions = read.of(new Shown(ref, sighting.store()));
        UUID root = ref.id() == null ? null : customers.get(ref.id());
        Whose named = root == null ? null : new Whose(ref.id(), root);

        Verdict verdict = IdentityRules.weigh(named, mentions, this::ownersOf, gathered::isPerson);
        boolean created = verdict.whose() == null && !verdict.unknown().isEmpty();
        Whose whose = created ? create(sighting.occurredAt()) : verdict.whose();
        UUID customer = whose == null ? null : whose.customerId();
        passOver(customer, mentions, sighting);
        if (whose == null) return Identified.NOBODY;
        link(whose, toLink(customer, mentions, verdict.unknown(), sighting), sighting);
        if (!verdict.others().isEmpty()) {
            facts.say(
                    new IdentityConflict(customer, verdict.others(), sighting.about(), sighting.occurredAt()),
                    sighting.cause());
            notices.conflict(customer, verdict.others(), sighting);
        }
        Link first = seen(customer, mentions, sighting);
        UUID side = first == null ? whose.side() : first.customerId;
        UUID otherSide = side.equals(customer) ? null : side;
        return new Identified(customer, first == null ? otherSide : first.ref, otherSide, created);
    }

    Notices notices() {
        return notices;
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

    /** More than one where a value is known in several forms, and each by another customer. */
    private List<Whose> ownersOf(Mention mention) {
        Whose first = null;
        List<Whose> more = null;
        for (Identifier form : mention.forms()) {
            Link link = links.get(form);
            if (link == null || first != null && link.root.equals(first.customerId())) continue;
            if (first == null) first = link.whose();
            else (more == null ? more = new ArrayList<>(List.of(first)) : more).add(link.whose());
        }
        return more != null ? more : first == null ? List.of() : List.of(first);
    }

    private void passOver(UUID customer, List<Mention> mentions, Sighting sighting) {
        for (Mention mention : mentions) {
            boolean named = mention.whyNot() == null || !ownersOf(mention).isEmpty();
            if (!named) notices.passedOver(mention, mention.whyNot(), customer, sighting);
        }
    }

    /** What is new, as far as there is room for it, and what the customer is known by in a form of before alone. */
    private List<Mention> toLink(UUID customer, List<Mention> mentions, List<Mention> unknown, Sighting sighting) {
        List<Mention> added = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            if (mention.whyNot() != null || links.containsKey(mention.identifier())) continue;
            boolean isNew = unknown.contains(mention);
            if (isNew && !gathered.hasRoom(customer, mention.type())) {
                notices.passedOver(mention, WhyNot.LIMIT, customer, sighting);
            } else if (isNew || formOf(customer, mention) != null) added.add(mention);
        }
        return added;
    }

    /** The customer's own identifier that a mention is a form of, or null. */
    private Link formOf(UUID customer, Mention mention) {
        for (Identifier form : mention.forms()) {
            Link link = links.get(form);
            if (link != null && link.root.equals(customer)) return link;
        }
        return null;
    }

    private Whose create(Instant since) {
        UUID customer = ids.get();
        newCustomers.add(new NewCustomer(customer, since));
        return Whose.nobodyElse(customer);
    }

    private void link(Whose whose, List<Mention> added, Sighting sighting) {
        if (added.isEmpty()) return;
        List<io.regulars.events.TouchpointEvent.Identifier> told = new ArrayList<>(added.size());
        for (Mention mention : added) {
            Identifier identifier = mention.identifier();
            Link form = formOf(whose.customerId(), mention);
            UUID side = form == null ? whose.side() : form.customerId;
            Link link = Link.made(identifier, ids.get(), side, sighting.source(), day(sighting.occurredAt()));
            links.put(identifier, link.under(whose.customerId()).kept(mention.raw(), null));
            gathered.with(whose.customerId(), mention.type(), 1);
            told.add(new io.regulars.events.TouchpointEvent.Identifier(
                    identifier.type().wireName(), link.ref));
        }
        facts.say(new CustomerIdentified(whose.customerId(), told, sighting.occurredAt()), sighting.cause());
    }

    /** Notes the day on every identifier that was shown, and hands out the customer's most trusted one, if any. */
    private Link seen(UUID customer, List<Mention> mentions, Sighting sighting) {
        LocalDate day = day(sighting.occurredAt());
        Link first = null;
        for (Mention mention : mentions) {
            for (Identifier form : mention.forms()) {
                Link link = links.get(form);
                if (link == null) continue;
                link.seenOn(day);
                if (!link.root.equals(customer)) continue;
                if (first == null) first = link;
                if (sighting.proves(mention.type())) link.proven(sighting.occurredAt());
            }
        }
        return first;
    }

    private static LocalDate day(Instant occurredAt) {
        return LocalDate.ofEpochDay(Math.floorDiv(occurredAt.getEpochSecond(), 86_400L));
    }
}
