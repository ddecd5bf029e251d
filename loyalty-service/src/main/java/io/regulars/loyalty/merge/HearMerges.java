package io.regulars.loyalty.merge;

import io.regulars.events.Event;
import io.regulars.events.TouchpointEvent.CustomersMerged;
import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Membership;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.merge.Merges.State;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.view.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two customers are one, or two again. Told under either of the two: what is heard second is a repeat. */
@ApplicationScoped
public class HearMerges {

    private final Programmes programmes;
    private final Merges merges;
    private final Aliases aliases;
    private final Customers customers;
    private final Memberships memberships;
    private final JoinCustomers joinCustomers;
    private final PartCustomers partCustomers;

    HearMerges(
            Programmes programmes,
            Merges merges,
            Aliases aliases,
            Customers customers,
            Memberships memberships,
            JoinCustomers joinCustomers,
            PartCustomers partCustomers) {
        this.programmes = programmes;
        this.merges = merges;
        this.aliases = aliases;
        this.customers = customers;
        this.memberships = memberships;
        this.joinCustomers = joinCustomers;
        this.partCustomers = partCustomers;
    }

    public static boolean hears(Event event) {
        return event instanceof CustomersMerged || event instanceof CustomersUnmerged;
    }

    /** The batch in its order, each of these facts by itself. */
    public static List<List<Told>> apart(List<Told> batch) {
        List<List<Told>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (!hears(batch.get(i).event())) continue;
            if (from < i) parts.add(batch.subList(from, i));
            parts.add(batch.subList(i, i + 1));
            from = i + 1;
        }
        if (from < batch.size()) parts.add(batch.subList(from, batch.size()));
        return parts;
    }

    /** Whoever calls holds the programmes alone. */
    public void hear(Tx tx, Told told, Facts facts) {
        Rulebook rules = programmes.held(tx);
        if (told.event() instanceof CustomersMerged merged) join(tx, merged, rules, facts, told.cause());
        if (told.event() instanceof CustomersUnmerged parted)
            partCustomers.part(tx, parted, rules, facts, told.cause());
    }

    private void join(Tx tx, CustomersMerged fact, Rulebook rules, Facts facts, Cause cause) {
        if (!merges.claim(tx, fact.mergeId(), fact.survivorId(), fact.mergedId(), fact.occurredAt())) return;
        UUID from = aliases.rootOf(tx, fact.mergedId());
        UUID into = aliases.rootOf(tx, fact.survivorId());
        Pair pair = new Pair(fact.mergeId(), from, into, cause.recordedAt());
        if (pair.isOne()) return;
        customers.lock(tx, pair.both());
        boolean waits = MergePolicyRules.waits(of(tx, from), of(tx, into), rules, pair.at());
        if (!waits) {
            joinCustomers.join(tx, pair, rules, facts, cause);
            return;
        }
        merges.become(tx, fact.mergeId(), State.PROPOSED);
        aliases.keepApart(tx, fact.mergedId(), fact.identifierRefs());
    }

    private List<Membership> of(Tx tx, UUID customerId) {
        return memberships.of(tx, customerId).stream().map(Stored::membership).toList();
    }
}
