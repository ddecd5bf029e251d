package io.regulars.crm.merge;

import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.customer.MergeLock;
import io.regulars.crm.customer.Tree;
import io.regulars.crm.customer.Trees;
import io.regulars.crm.merge.Merge.Undone;
import io.regulars.crm.profile.TellShared;
import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A merge was wrong: who was merged is a customer of her own again, with whoever had been merged into her before. */
@ApplicationScoped
class UnmergeCustomers {

    private static final Logger LOG = Logger.getLogger(UnmergeCustomers.class);

    private final MergeLock mergeLock;
    private final CustomerNames names;
    private final Trees trees;
    private final Merges merges;
    private final TellShared tellShared;
    private final Journal journal;

    UnmergeCustomers(
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

    record Wish(String customer, UUID mergeId, String reason, String by) {}

    /** @param survivorId whom she was another name of until now, which another merge may have made somebody else */
    record Restored(UUID mergeId, UUID survivorId, UUID restoredId, List<UUID> alsoRestoredIds, Instant unmergedAt) {}

    Restored unmerge(Tx tx, Wish wish, Cause cause) {
        mergeLock.alone(tx);
        Tree tree = trees.of(tx, names.idOf(tx, wish.customer()));
        if (!tree.known()) throw CustomerNames.unknown();
        Merge merge = merges.find(tx, wish.mergeId())
                .filter(each -> List.of(tree.subjects()).contains(each.mergedId()))
                .orElseThrow(
                        () -> Refusal.of(Code.NOT_FOUND, "/mergeId", "This customer was never part of that merge."));
        if (!merge.isActive()) throw Refusal.of(Code.CONFLICT, "/mergeId", "This merge was undone already.");
        Tree whole = tree.sides().contains(merge.mergedId()) ? tree : trees.of(tx, merge.mergedId());

        List<Merge> left = new ArrayList<>(merges.activeAmong(tx, whole.sides()));
        left.removeIf(each -> each.mergeId().equals(merge.mergeId()));
        Map<UUID, UUID> roots = MergeRules.roots(whole.sides(), left);
        merges.undo(tx, merge.mergeId(), new Undone(cause.recordedAt(), wish.by(), wish.reason()));
        merges.point(tx, roots);
        return tell(tx, merge, whole.root(), roots, cause);
    }

    private Restored tell(Tx tx, Merge merge, UUID survivor, Map<UUID, UUID> roots, Cause cause) {
        UUID restored = merge.mergedId();
        List<UUID> also = roots.keySet().stream()
                .filter(each -> roots.get(each).equals(restored) && !each.equals(restored))
                .sorted()
                .toList();
        List<UUID> sides = new ArrayList<>(also);
        sides.add(restored);
        List<UUID> refs = merges.refsOf(tx, sides);
        Instant now = cause.recordedAt();
        Facts facts = new Facts(now);
        for (UUID each : List.of(survivor, restored)) {
            facts.say(new CustomersUnmerged(each, merge.mergeId(), survivor, restored, also, refs, now), cause);
        }
        tellShared.afterMerging(tx, survivor, false, facts, cause);
        tellShared.afterMerging(tx, restored, true, facts, cause);
        journal.append(tx, facts);
        tx.afterCommit(() -> LOG.infof("unmerged: mergeId=%s restoredId=%s", merge.mergeId(), restored));
        return new Restored(merge.mergeId(), survivor, restored, also, now);
    }
}
