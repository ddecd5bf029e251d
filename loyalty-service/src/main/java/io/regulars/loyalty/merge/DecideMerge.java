package io.regulars.loyalty.merge;

import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.merge.Merges.Decision;
import io.regulars.loyalty.merge.Merges.Merge;
import io.regulars.loyalty.merge.Merges.State;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/** Staff looked at two members who turned out to be one: they become one here, too, or both go on. */
@ApplicationScoped
public class DecideMerge {

    private final Programmes programmes;
    private final Merges merges;
    private final Aliases aliases;
    private final Customers customers;
    private final JoinCustomers joinCustomers;
    private final Journal journal;

    DecideMerge(
            Programmes programmes,
            Merges merges,
            Aliases aliases,
            Customers customers,
            JoinCustomers joinCustomers,
            Journal journal) {
        this.programmes = programmes;
        this.merges = merges;
        this.aliases = aliases;
        this.customers = customers;
        this.joinCustomers = joinCustomers;
        this.journal = journal;
    }

    Merge decide(Tx tx, UUID mergeId, boolean accepted, Decision decision, Cause cause) {
        programmes.holdAlone(tx);
        Rulebook rules = programmes.held(tx);
        Merge merge = merges.one(tx, mergeId)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "Nobody has heard of this merge."));
        if (merge.state() != State.PROPOSED) {
            String how = merge.state().name().toLowerCase(Locale.ROOT);
            throw Refusal.of(Code.CONFLICT, "Nothing waits here: this merge is " + how + ".");
        }
        merges.decide(tx, mergeId, accepted ? State.JOINED : State.REFUSED, decision);
        if (accepted) join(tx, merge, rules, cause);
        return merges.one(tx, mergeId).orElseThrow();
    }

    private void join(Tx tx, Merge merge, Rulebook rules, Cause cause) {
        UUID from = aliases.rootOf(tx, merge.mergedId());
        UUID into = aliases.rootOf(tx, merge.survivorId());
        Pair pair = new Pair(merge.mergeId(), from, into, cause.recordedAt());
        if (pair.isOne()) return;
        customers.lock(tx, pair.both());
        Facts facts = new Facts(cause.recordedAt());
        joinCustomers.join(tx, pair, rules, facts, cause);
        journal.append(tx, facts);
    }
}
