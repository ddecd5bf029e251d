package io.regulars.loyalty.merge;

import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.merge.Merges.Merge;
import io.regulars.loyalty.merge.Merges.State;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Two that were one are two again: what is left of each one's own is its own. */
@ApplicationScoped
public class PartCustomers {

    private final Merges merges;
    private final Aliases aliases;
    private final Customers customers;
    private final PartMembers partMembers;
    private final SettleJoined settle;

    PartCustomers(Merges merges, Aliases aliases, Customers customers, PartMembers partMembers, SettleJoined settle) {
        this.merges = merges;
        this.aliases = aliases;
        this.customers = customers;
        this.partMembers = partMembers;
        this.settle = settle;
    }

    /** Whoever calls holds the programmes alone. */
    void part(Tx tx, CustomersUnmerged fact, Rulebook rules, Facts facts, Cause cause) {
        Optional<Merge> known = merges.one(tx, fact.mergeId());
        if (known.isEmpty()) { // told under another shard, and not heard yet: then there is nothing to undo
            merges.claim(tx, fact.mergeId(), fact.survivorId(), fact.restoredId(), fact.occurredAt());
        }
        State state = known.map(Merge::state).orElse(State.PROPOSED);
        if (state == State.PARTED || state == State.WITHDRAWN)
            return; // heard before: somebody may have been restored since
        aliases.restore(tx, fact.restoredId(), fact.identifierRefs());
        merges.become(tx, fact.mergeId(), state == State.JOINED ? State.PARTED : State.WITHDRAWN);
        UUID root = aliases.rootOf(tx, fact.restoredId());
        Pair pair = new Pair(fact.mergeId(), fact.restoredId(), root, cause.recordedAt());
        if (state != State.JOINED || pair.isOne()) return;
        customers.lock(tx, pair.both());
        Set<UUID> sides = new HashSet<>(fact.alsoRestoredIds());
        sides.add(fact.restoredId());
        partMembers.part(tx, new Parting(pair, sides, fact.identifierRefs()), rules, facts, cause);
        aliases.part(tx, fact.restoredId(), fact.alsoRestoredIds());
        Pair back = new Pair(pair.mergeId(), pair.into(), pair.from(), pair.at());
        settle.settle(tx, back, rules, Map.of(), Map.of(), facts, cause);
    }
}
