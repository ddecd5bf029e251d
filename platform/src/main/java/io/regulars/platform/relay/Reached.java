package io.regulars.platform.relay;

import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.relay.Floors.Floor;
import io.regulars.platform.wire.Envelope;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What has been seen of one shard's partition: how far it has no hole, and whether it tells what the journal says. */
final class Reached {

    private final int shard;
    private final JournalReader journal;
    private long nextOffset;
    private long seq;
    private long highest;
    private String stranger;

    Reached(int shard, JournalReader journal) {
        this.shard = shard;
        this.journal = journal;
    }

    void startAt(Floor floor) {
        nextOffset = floor.nextOffset();
        seq = floor.seq();
        highest = floor.seq();
    }

    void see(ConsumerRecords<byte[], byte[]> records) {
        Map<Long, UUID> told = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Envelope envelope = Envelope.of(record.headers());
            see(envelope, record.offset());
            if (envelope.eventId() != null) told.put(envelope.seq(), envelope.eventId());
        }
        Long different = told.isEmpty() ? null : journal.firstDifferent(shard, told);
        if (different != null) stranger = "another fact as seq " + different;
    }

    private void see(Envelope envelope, long offset) {
        if (envelope.incarnation() != null && !envelope.incarnation().equals(journal.incarnation())) {
            stranger = "told by the database " + envelope.incarnation();
        }
        highest = Math.max(highest, envelope.seq());
        if (envelope.seq() != seq + 1) return;
        seq++;
        nextOffset = offset + 1;
    }

    /** The floor to go on from: {@code seq} lies right below {@code nextOffset}. */
    Lane lane(long epoch) {
        return new Lane(shard, epoch, nextOffset, seq);
    }

    int shard() {
        return shard;
    }

    long highest() {
        return highest;
    }

    /** What makes it another history than the journal's, or null. */
    String stranger() {
        return stranger;
    }
}
