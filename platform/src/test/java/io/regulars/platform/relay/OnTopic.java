package io.regulars.platform.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Topic;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.Listener.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What lies on the relay's topic. */
public final class OnTopic {

    private OnTopic() {}

    /** The seqs of one shard as they lie there, repeats included. */
    static List<Long> seqs(Topic topic, int shard) {
        return Listener.all(topic).stream()
                .filter(said -> said.partition() == shard)
                .map(said -> said.envelope().seq())
                .toList();
    }

    /** Waits until nothing of what the journal said is missing. */
    public static void holdsEverything(Topic topic, Map<Integer, Long> journalEnds) {
        await().untilAsserted(() -> assertEquals(Map.of(), missing(topic, journalEnds)));
    }

    /** How many records lie there beyond one of each. */
    static long repeats(Topic topic) {
        List<Said> all = Listener.all(topic);
        return all.size()
                - all.stream().map(said -> said.envelope().eventId()).distinct().count();
    }

    private static Map<Integer, List<Long>> missing(Topic topic, Map<Integer, Long> journalEnds) {
        Map<Integer, List<Long>> missing = new TreeMap<>();
        journalEnds.forEach((shard, end) -> missing.put(
                shard, new ArrayList<>(LongStream.rangeClosed(1, end).boxed().toList())));
        Map<Integer, Set<Long>> told = new TreeMap<>();
        for (Said said : Listener.all(topic)) {
            told.computeIfAbsent(said.partition(), shard -> new HashSet<>())
                    .add(said.envelope().seq());
        }
        told.forEach((shard, seqs) -> missing.get(shard).removeAll(seqs));
        missing.values().removeIf(List::isEmpty);
        return missing;
    }
}
