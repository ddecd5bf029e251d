package io.regulars.crm.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is whose other name. A merge is made between two roots and a customer is merged at most once at a time, so the active
 * merges are a forest: each customer's root is where the way up ends.
 */
final class MergeRules {

    private MergeRules() {}

    /** From these customers to their roots, by the merges that are active among them; roots are their own. */
    static Map<UUID, UUID> roots(Collection<UUID> customers, Collection<Merge> active) {
        Map<UUID, UUID> up = new HashMap<>();
        for (Merge merge : active) up.put(merge.mergedId(), merge.survivorId());
        Map<UUID, UUID> roots = new HashMap<>();
        for (UUID customer : customers) roots.put(customer, root(customer, up));
        return roots;
    }

    private static UUID root(UUID customer, Map<UUID, UUID> up) {
        Set<UUID> met = new HashSet<>();
        UUID here = customer;
        while (up.containsKey(here)) {
            if (!met.add(here)) throw new IllegalStateException("merges go round at " + here);
            here = up.get(here);
        }
        return here;
    }
}
