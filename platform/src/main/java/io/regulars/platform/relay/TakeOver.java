package io.regulars.platform.relay;

import io.regulars.events.Topic;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.relay.Floors.Floor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Finds out what a shard's partition really holds before its new owner sends: the floor, and all that follows it. */
@ApplicationScoped
public class TakeOver {

    private final Clients clients;
    private final TopicIds topicIds;
    private final JournalReader journal;
    private final Floors floors;

    TakeOver(Clients clients, TopicIds topicIds, JournalReader journal, Floors floors) {
        this.clients = clients;
        this.topicIds = topicIds;
        this.journal = journal;
        this.floors = floors;
    }

    /** Looks at every shard without owning one; throws {@link AheadOfJournal} when the topic knows more than we do. */
    void verify(Topic topic) {
        Map<Integer, Long> everyShard = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = clients.looseConsumer("take-over")) {
            consumer.partitionsFor(topic.topicName()).forEach(each -> everyShard.put(each.partition(), 0L));
        }
        of(topic, everyShard);
    }

    /** @param leases shard → epoch; @return one lane a shard, at the highest seq that is on the topic without a hole */
    Map<Integer, Lane> of(Topic topic, Map<Integer, Long> leases) {
        if (leases.isEmpty()) return Map.of();
        String topicId = topicIds.of(topic);
        Map<Integer, Floor> known = floors.of(leases.keySet());
        Map<Integer, Lane> lanes = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = clients.looseConsumer("take-over")) {
            for (var lease : leases.entrySet()) {
                Floor floor = known.get(lease.getKey());
                Floor usable = floor != null && floor.topicId().equals(topicId) && floor.seq() > 0 ? floor : null;
                Stretch stretch = new Stretch(consumer, new TopicPartition(topic.topicName(), lease.getKey()));
                Reached reached = new Reached(lease.getKey(), journal);
                stretch.read(usable, reached);
                refuseIfAhead(topic, reached);
                lanes.put(lease.getKey(), reached.lane(lease.getValue()));
            }
        }
        return lanes;
    }

    /** A topic that knows more than its journal belongs to a database that was put back or swapped. */
    private void refuseIfAhead(Topic topic, Reached reached) {
        String where = topic.topicName() + "/" + reached.shard();
        if (reached.stranger() != null) {
            throw new AheadOfJournal(where + " holds facts of another history, " + reached.stranger());
        }
        long said = journal.ends(List.of(reached.shard())).get(reached.shard());
        if (reached.highest() > said) {
            throw new AheadOfJournal(where + " holds seq " + reached.highest() + ", the journal ends at " + said);
        }
    }

    /** The service must not go on: its database is behind what it has already said. */
    static final class AheadOfJournal extends RuntimeException {
        AheadOfJournal(String what) {
            super(what);
        }
    }
}
