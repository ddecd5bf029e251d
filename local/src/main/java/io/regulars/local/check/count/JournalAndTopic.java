package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Spine;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Where a topic does not say what its journal says: something else, something more, or something less. */
public final class JournalAndTopic {
    private final FactTopic topic;
    private final Tally tally;
    private final Map<Integer, Shard> shards = new HashMap<>();

    private JournalAndTopic(FactTopic topic, Tally tally) {
        this.topic = topic;
        this.tally = tally;
    }

    public static Finding find(Evidence evidence) {
        Tally tally = new Tally("journal and topic");
        for (FactTopic topic : FactTopic.values()) {
            new JournalAndTopic(topic, tally).compare(evidence.spine);
        }
        return tally.finding();
    }

    /** One shard of the journal by seq, and what of it was met on the topic. */
    private static final class Shard {
        private final BitSet written = new BitSet();
        private final BitSet delivered = new BitSet();
        private long[] prints = new long[64];

        void write(int seq, long print) {
            if (seq >= prints.length) prints = Arrays.copyOf(prints, Math.max(seq + 1, prints.length * 2));
            prints[seq] = print;
            written.set(seq);
        }
    }

    private void compare(Spine spine) {
        for (Spine.Entry each : spine.journals.get(topic)) shard(each.shard()).write(each.seq(), each.print());
        for (Spine.Delivery each : spine.deliveries.get(topic)) deliver(each);
        shards.forEach(this::missing);
    }

    private Shard shard(int number) {
        return shards.computeIfAbsent(number, key -> new Shard());
    }

    private void deliver(Spine.Delivery each) {
        Shard shard = shard(each.shard());
        if (!shard.written.get(each.seq())) {
            tally.wrong("%s, shard %d: seq %d is not in the journal", topic.topic(), each.shard(), each.seq());
        } else if (shard.prints[each.seq()] != each.print()) {
            tally.wrong(
                    "%s, shard %d: seq %d says something else than the journal",
                    topic.topic(), each.shard(), each.seq());
        }
        shard.delivered.set(each.seq());
    }

    /** What lies behind the topic's end is on its way, which {@link Stuck} counts. */
    private void missing(int number, Shard shard) {
        BitSet missing = (BitSet) shard.written.clone();
        missing.andNot(shard.delivered);
        int end = shard.delivered.length();
        missing.stream()
                .filter(seq -> seq < end)
                .forEach(seq ->
                        tally.wrong("%s, shard %d: seq %d of the journal is missing", topic.topic(), number, seq));
    }
}
