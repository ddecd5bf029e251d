package io.regulars.crm.merge;

import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.customer.MergeLock;
import io.regulars.crm.customer.Trees;
import io.regulars.crm.profile.TellShared;
import io.regulars.events.TouchpointEvent.CustomersMerged;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Two customers are one from now on: who is merged becomes another name of the survivor. No row of hers is moved. */
@ApplicationScoped
class MergeCustomers {

    private static final Logger LOG = Logger.getLogger(MergeCustomers.class);

    private final MergeLock mergeLock;
    private final CustomerNames names;
    private final Trees trees;
    private final Merges merges;
    private final TellShared tellShared;
    private final Journal journal;

    MergeCustomers(
            MergeLock mergeLock,
            CustomerNames names,
            Trees trees,
            Merges merges,
            TellShared tellShared,
            Journal journal) {
        this.mergeLock = mergeLock;
        this.names = names;
        this.trees = trees;
        this.merges = merges;
        this.tellShared = tellShared;
        this.journal = journal;
    }

    /** @param survivor and {@code with}: ids, {@code card:…} or {@code external:…} */
    record Wish(String survivor, String with, String reason, String by) {}

    Merge merge(Tx tx, Wish wish, Cause cause) {
        mergeLock.alone(tx);
        Pair pair = Pair.named(tx, names, trees, wish.survivor(), wish.with());
        UUID survivor = pair.survivor().root();
        UUID merged = pair.merged().root();
        Merge merge = new Merge(cause.eventId(), survivor, merged, cause.recordedAt(), wish.by(), wish.reason(), null);

        List<Merge> active = new ArrayList<>(merges.activeAmong(tx, pair.all()));
        active.add(merge);
        merges.add(tx, merge);
        merges.point(tx, MergeRules.roots(pair.all(), active));
        List<UUID> refs = merges.refsOf(tx, pair.merged().sides());
        Facts facts = new Facts(cause.recordedAt());
        for (UUID each : List.of(survivor, merged)) {
            facts.say(new CustomersMerged(each, merge.mergeId(), survivor, merged, refs, merge.mergedAt()), cause);
        }
        tellShared.afterMerging(tx, survivor, false, facts, cause);
        journal.append(tx, facts);
        tx.afterCommit(
                () -> LOG.infof("merged: mergeId=%s survivorId=%s mergedId=%s", merge.mergeId(), survivor, merged));
        return merge;
    }
}
