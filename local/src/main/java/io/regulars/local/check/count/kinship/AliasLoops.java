package io.regulars.local.check.count.kinship;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Kinship;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Other names that do not lead to one customer in one step, or lead to another one than the merges say. */
public final class AliasLoops {
    private final Evidence evidence;
    private final Tally tally = new Tally("alias loops");
    private final Map<Integer, Integer> roots = new HashMap<>();
    private final Map<Integer, Integer> up = new HashMap<>();

    private AliasLoops(Evidence evidence) {
        this.evidence = evidence;
    }

    public static Finding find(Evidence evidence) {
        AliasLoops loops = new AliasLoops(evidence);
        loops.merges();
        loops.aliases();
        return loops.tally.finding();
    }

    private void merges() {
        for (Kinship.Merge each : evidence.crm.kinship.merges) {
            if (!each.active()) continue;
            if (up.put(each.merged(), each.survivor()) != null) {
                tally.wrong("customer %s is merged into two at once", evidence.id(each.merged()));
            }
        }
    }

    private void aliases() {
        for (Kinship.Alias each : evidence.crm.kinship.aliases) roots.put(each.customer(), each.root());
        roots.forEach((customer, root) -> {
            if (roots.containsKey(root)) {
                tally.wrong(
                        "customer %s is another name of %s, who is one herself",
                        evidence.id(customer), evidence.id(root));
            }
        });
        Set<Integer> named = new HashSet<>(roots.keySet());
        named.addAll(up.keySet());
        named.forEach(this::leads);
    }

    private void leads(int customer) {
        Set<Integer> met = new HashSet<>();
        int here = customer;
        while (up.containsKey(here)) {
            if (!met.add(here)) {
                tally.wrong("the merges of customer %s go round", evidence.id(customer));
                return;
            }
            here = up.get(here);
        }
        int root = roots.getOrDefault(customer, customer);
        if (root != here) {
            tally.wrong(
                    "customer %s goes by %s, and her merges lead to %s",
                    evidence.id(customer), evidence.id(root), evidence.id(here));
        }
    }
}
