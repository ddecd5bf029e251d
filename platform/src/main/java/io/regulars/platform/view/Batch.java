package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.view.Places.Move;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What one poll brought, in order per partition, with what was missing put in and what was known taken out. */
record Batch(List<Step> steps) {

    /** One record and the place of its partition before and after it; {@code record} is null where it was known. */
    record Step(Heard record, Place before, Place after) {}

    /** Fetches facts that a topic lacks from whoever said them. */
    interface Missing {
        List<Heard> between(Topic topic, int shard, long after, long before);
    }

    static Batch of(ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Place> places, Missing missing) {
        List<Step> steps = new ArrayList<>(polled.count());
        for (TopicPartition partition : polled.partitions()) {
            Place place = places.get(partition);
            for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
                place = follow(steps, place, record, missing);
            }
        }
        return new Batch(steps);
    }

    private static Place follow(
            List<Step> steps, Place before, ConsumerRecord<byte[], byte[]> record, Missing missing) {
        Heard heard = Heard.of(record);
        Place place = before;
        if (record.offset() < place.nextOffset()) return place;
        boolean known = heard.topic().hasJournal() && heard.seq() > 0 && heard.seq() <= place.lastSeq();
        if (heard.topic().hasJournal() && heard.seq() > place.lastSeq() + 1) {
            for (Heard late : missing.between(heard.topic(), heard.partition(), place.lastSeq(), heard.seq())) {
                Place after = place.after(place.nextOffset() - 1, place.leaderEpoch(), late.seq());
                steps.add(new Step(late, place, after));
                place = after;
            }
        }
        Place after = place.after(record.offset(), record.leaderEpoch().orElse(null), heard.seq());
        steps.add(new Step(known ? null : heard, place, after));
        return after;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    int size() {
        return steps.size();
    }

    Batch first(int count) {
        return new Batch(steps.subList(0, count));
    }

    Batch from(int count) {
        return new Batch(steps.subList(count, steps.size()));
    }

    /** The records to apply, in order. */
    List<Heard> fresh() {
        List<Heard> fresh = new ArrayList<>(steps.size());
        for (Step step : steps) if (step.record() != null) fresh.add(step.record());
        return fresh;
    }

    /** One move a partition, from before its first step to after its last. */
    List<Move> moves() {
        Map<TopicPartition, Move> moves = new LinkedHashMap<>();
        for (Step step : steps) {
            Place to = step.after();
            TopicPartition partition = new TopicPartition(to.topic().topicName(), to.partition());
            moves.merge(partition, new Move(step.before(), to), (first, last) -> new Move(first.from(), last.to()));
        }
        return List.copyOf(moves.values());
    }
}
