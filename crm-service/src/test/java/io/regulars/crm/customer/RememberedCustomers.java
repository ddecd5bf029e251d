package io.regulars.crm.customer;

import io.regulars.crm.identifier.Identifier;
import io.regulars.crm.identifier.IdentitySettings;
import io.regulars.crm.identifier.Mentions;
import io.regulars.crm.identifier.SomeSettings;
import io.regulars.platform.journal.Facts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The customers a fold knows from the folds before it, kept as the database would keep them. */
public final class RememberedCustomers {

    private static final LocalDate LONG_AGO = LocalDate.parse("2025-01-01");

    private final IdentitySettings settings;
    private final Map<Identifier, Link> links = new HashMap<>();
    private final Map<UUID, UUID> customers = new HashMap<>();
    private long drawn;

    public RememberedCustomers() {
        this(SomeSettings.USUAL);
    }

    RememberedCustomers(IdentitySettings settings) {
        this.settings = settings;
    }

    public Identities open(Facts facts) {
        Gathered gathered = new Gathered(settings.most());
        links.values().forEach(link -> gathered.with(link.root, link.identifier.type(), 1));
        ReadOnce read = new ReadOnce(new Mentions(settings, Map.of(), Set.of()));
        return new Identities(links, Map.copyOf(customers), () -> new UUID(7, ++drawn), facts, read, gathered);
    }

    /** As somebody was known before addresses and numbers were read. */
    UUID knownOfOld(Identifier identifier) {
        UUID customer = new UUID(7, ++drawn);
        customers.put(customer, customer);
        links.put(identifier, Link.stored(identifier, new UUID(7, ++drawn), customer, LONG_AGO, LONG_AGO));
        return customer;
    }

    public void keep(Identities identities) {
        identities.newCustomers().forEach(added -> customers.put(added.customerId(), added.customerId()));
        identities.newLinks().forEach(this::store);
        identities.seenOnAnotherDay().forEach(this::store);
    }

    /** The one is another name of the other from now on. */
    void merge(UUID survivor, UUID merged) {
        customers.put(merged, survivor);
        links.values().stream().filter(link -> link.root.equals(merged)).forEach(link -> link.under(survivor));
    }

    public int customers() {
        return customers.size();
    }

    Map<Identifier, Link> links() {
        return links;
    }

    private void store(Link link) {
        links.put(
                link.identifier,
                Link.stored(link.identifier, link.ref, link.customerId, link.firstSeen, link.lastSeen)
                        .under(link.root)
                        .kept(null, link.verifiedAt));
    }
}
