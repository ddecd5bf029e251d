package io.regulars.loyalty.merge;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which receipts go back when two are two again: those of its own, and each stays where its points can be. */
final class PartingRules {

    private PartingRules() {}

    /**
     * @param own purchases that would have been the restored one's without the merge; others were the other one's
     * @param judged of each purchase the programmes it was judged in; nothing where in none
     * @param here programmes that the one who stays is a member of from now on
     * @param there the same of the restored one
     */
    static Set<UUID> going(
            Collection<UUID> all, Set<UUID> own, Map<UUID, Set<String>> judged, Set<String> here, Set<String> there) {
        Set<UUID> going = new HashSet<>();
        for (UUID purchase : all) {
            Set<String> programmes = judged.getOrDefault(purchase, Set.of());
            boolean mayGo = there.containsAll(programmes);
            boolean mayStay = here.containsAll(programmes);
            if (mayGo && (own.contains(purchase) || !mayStay)) going.add(purchase);
        }
        return going;
    }
}
