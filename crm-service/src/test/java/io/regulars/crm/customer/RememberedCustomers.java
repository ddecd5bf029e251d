package io.regulars.crm.customer;

import io.regulars.platform.journal.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The customers a fold knows from the folds before it, kept as the database would keep them. */
public final class RememberedCustomers {

    private final Map<Identifier, Link> links = new HashMap<>();
    private final Map<UUID, UUID> customers = new HashMap<>();
    private long drawn;

    public Identities open(Facts facts) {
        return new Identities(links, Map.copyOf(customers), () -> new UUID(7, ++drawn), facts);
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
                        .under(link.root));
    }
}
