package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.view.Places.Move;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought, in order per partition, with what was missing put in and what was known taken out.
 *
 * @param moves one a partition, from before its first step to after its last
 * @param unfinished the partitions on which more is missing than fits, to be polled again from their place
 */
record Batch(List<Step> steps, List<Move> moves, Set<TopicPartition> unfinished) {

    /** One record and the place of its partition before and after it; {@code record} is null where it was known. */
    record Step(Heard record, Place before, Place after) {}

    private Batch(List<Step> steps, Set<TopicPartition> unfinished) {
        this(steps, movesOf(steps), unfinished);
    }

    /** Fetches facts that a topic lacks from whoever said them: the next ones, at least one. */
    interface Missing {
        List<Heard> between(Topic topic, int shard, long after, long before);
    }

    static Batch of(ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Place> places, Missing missing) {
        List<Step> steps = new ArrayList<>(polled.count());
        Set<TopicPartition> unfinished = new HashSet<>();
        for (TopicPartition partition : polled.partitions()) {
            Walk walk = new Walk(places.get(partition), steps, missing);
            if (!polled.records(partition).stream().allMatch(walk::take)) unfinished.add(partition);
        }
        return new Batch(steps, unfinished);
    }

    /** Facts of one partition that came from their owner. */
    static Batch of(Place place, List<Heard> facts) {
        List<Step> steps = new ArrayList<>(facts.size());
        Walk walk = new Walk(place, steps, null);
        facts.forEach(walk::put);
        return new Batch(steps, Set.of());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    int size() {
        return steps.size();
    }

    Batch first(int count) {
        return new Batch(steps.subList(0, count), Set.of());
    }

    Batch from(int count) {
        return new Batch(steps.subList(count, steps.size()), Set.of());
    }

    /** The records to apply, in order. */
    List<Heard> fresh() {
        List<Heard> fresh = new ArrayList<>(steps.size());
        for (Step step : steps) if (step.record() != null) fresh.add(step.record());
        return fresh;
    }

    private static List<Move> movesOf(List<Step> steps) {
        Map<TopicPartition, Move> moves = new LinkedHashMap<>();
        for (Step step : steps) {
            Place to = step.after();
            TopicPartition partition = new TopicPartition(to.topic().topicName(), to.partition());
            moves.merge(partition, new Move(step.before(), to), (first, last) -> new Move(first.from(), last.to()));
        }
        return List.copyOf(moves.values());
    }
}
