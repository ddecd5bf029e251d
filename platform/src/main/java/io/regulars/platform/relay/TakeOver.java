package io.regulars.platform.relay;

import io.regulars.events.Topic;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.relay.Floors.Floor;
import io.regulars.platform.wire.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    /** @param leases shard → epoch; @return one lane a shard, at the highest seq that is on the topic without a hole */
    Map<Integer, Lane> of(Topic topic, Map<Integer, Long> leases) {
        if (leases.isEmpty()) return Map.of();
        String topicId = topicIds.of(topic);
        Map<Integer, Floor> known = floors.of(leases.keySet());
        Map<Integer, Lane> lanes = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = clients.looseConsumer("take-over")) {
            for (var lease : leases.entrySet()) {
                Floor floor = known.get(lease.getKey());
                Floor usable = floor != null && floor.topicId().equals(topicId) ? floor : null;
                TopicPartition partition = new TopicPartition(topic.topicName(), lease.getKey());
                Reached reached = read(consumer, partition, usable);
                lanes.put(lease.getKey(), new Lane(lease.getKey(), lease.getValue(), reached.end, reached.seq));
            }
        }
        return lanes;
    }

    private Reached read(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, Floor floor) {
        List<TopicPartition> only = List.of(partition);
        long begin = consumer.beginningOffsets(only).get(partition);
        long end = consumer.endOffsets(only).get(partition);
        boolean trusted = floor != null && floor.nextOffset() <= end && end > 0;
        Reached reached = new Reached(trusted ? floor.seq() : 0, end);
        consumer.assign(only);
        consumer.seek(partition, Math.max(begin, trusted ? floor.nextOffset() : 0));
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) reached.see(record);
        }
        refuseIfAhead(partition, reached);
        return reached;
    }

    /** A topic that knows more than its journal belongs to a database that was put back or swapped. */
    private void refuseIfAhead(TopicPartition partition, Reached reached) {
        int shard = partition.partition();
        long said = journal.ends(List.of(shard)).get(shard);
        long told = Math.max(reached.highest, reached.seq);
        if (told > said) {
            throw new AheadOfJournal(partition + " holds seq " + told + ", the journal ends at " + said);
        }
        if (reached.stranger != null) {
            throw new AheadOfJournal(partition + " holds facts of another history, " + reached.stranger);
        }
    }

    /** What has been seen of one partition, and how far it has no hole. */
    private final class Reached {
        private final long end;
        private long seq;
        private long highest;
        private UUID stranger;

        Reached(long seq, long end) {
            this.seq = seq;
            this.end = end;
        }

        void see(ConsumerRecord<byte[], byte[]> record) {
            Envelope envelope = Envelope.of(record.headers());
            if (envelope.incarnation() != null && !envelope.incarnation().equals(journal.incarnation())) {
                stranger = envelope.incarnation();
            }
            if (envelope.seq() == seq + 1) seq++;
            highest = Math.max(highest, envelope.seq());
        }
    }

    /** The service must not go on: its database is behind what it has already said. */
    static final class AheadOfJournal extends RuntimeException {
        AheadOfJournal(String what) {
            super(what);
        }
    }
}
