package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Rows;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Spine;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Facts that were first delivered out of their shard's order, holes, and records that are no facts. */
public final class OrderAndGaps {
    private final Tally tally = new Tally("order and gaps");

    private OrderAndGaps() {}

    public static Finding find(Evidence evidence) {
        OrderAndGaps order = new OrderAndGaps();
        for (FactTopic topic : FactTopic.values()) {
            order.topic(topic, evidence.spine.deliveries.get(topic));
            order.journal(topic, evidence.spine.journals.get(topic));
        }
        evidence.spine.flawed.forEach(each -> order.tally.wrong(
                "%s, shard %d, offset %d: %s", each.topic(), each.shard(), each.offset(), each.flaw()));
        return order.tally.finding();
    }

    /** How often records of a topic came again; allowed, and worth knowing. */
    public static long repeats(Evidence evidence, FactTopic topic) {
        Map<Integer, BitSet> met = new HashMap<>();
        return evidence.spine.deliveries.get(topic).stream()
                .filter(each -> !first(met, each))
                .count();
    }

    private void topic(FactTopic topic, Rows<Spine.Delivery> deliveries) {
        Map<Integer, BitSet> met = new HashMap<>();
        Map<Integer, Integer> reached = new HashMap<>();
        for (Spine.Delivery each : deliveries) {
            if (!first(met, each)) continue;
            int due = reached.getOrDefault(each.shard(), 0) + 1;
            if (each.seq() != due) {
                tally.wrong("%s, shard %d: seq %d came when %d was due", topic.topic(), each.shard(), each.seq(), due);
            }
            reached.merge(each.shard(), each.seq(), Math::max);
        }
    }

    private static boolean first(Map<Integer, BitSet> met, Spine.Delivery each) {
        BitSet shard = met.computeIfAbsent(each.shard(), key -> new BitSet());
        if (shard.get(each.seq())) return false;
        shard.set(each.seq());
        return true;
    }

    private void journal(FactTopic topic, Rows<Spine.Entry> entries) {
        Map<Integer, Integer> reached = new HashMap<>();
        for (Spine.Entry each : entries) {
            int due = reached.getOrDefault(each.shard(), 0) + 1;
            if (each.seq() != due) {
                tally.wrong(
                        "%s.journal, shard %d: seq %d where %d was due",
                        topic.database(), each.shard(), each.seq(), due);
            }
            reached.put(each.shard(), each.seq());
        }
    }
}
