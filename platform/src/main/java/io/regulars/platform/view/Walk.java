package io.regulars.platform.view;

import io.regulars.platform.view.Batch.Missing;
import io.regulars.platform.view.Batch.Step;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Goes along one partition, record by record, and leaves its steps in a batch. */
final class Walk {

    private final List<Step> steps;
    private final Missing missing;
    private Place place;

    Walk(Place start, List<Step> steps, Missing missing) {
        this.place = start;
        this.steps = steps;
        this.missing = missing;
    }

    /** Takes the next record; false when so much is missing before it that it has to be polled again. */
    boolean take(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < place.nextOffset()) return true;
        Heard heard = Heard.of(record);
        if (heard.topic().hasJournal()) {
            if (!catchUpTo(heard)) return false;
        } else if (record.offset() > place.nextOffset()) {
            throw new Places.Lost(heard.topic() + " skipped from " + place.nextOffset() + " to " + record.offset());
        }
        Integer epoch = record.leaderEpoch().orElse(null);
        step(isKnown(heard) ? null : heard, place.after(record.offset(), epoch, heard.seq(), heard.incarnation()));
        return true;
    }

    /** Puts in what is missing before a record, a page of it at most. */
    private boolean catchUpTo(Heard heard) {
        place.refuseAnotherHistory(heard.incarnation());
        if (heard.seq() <= place.lastSeq() + 1) return true;
        missing.between(heard.topic(), heard.partition(), place.lastSeq(), heard.seq())
                .forEach(this::put);
        return heard.seq() == place.lastSeq() + 1;
    }

    /** Takes a fact that came from its owner and not from the topic. */
    void put(Heard late) {
        place.refuseAnotherHistory(late.incarnation());
        step(late, place.after(place.nextOffset() - 1, place.leaderEpoch(), late.seq(), late.incarnation()));
    }

    private boolean isKnown(Heard heard) {
        return heard.topic().hasJournal() && heard.seq() > 0 && heard.seq() <= place.lastSeq();
    }

    private void step(Heard record, Place after) {
        steps.add(new Step(record, place, after));
        place = after;
    }
}
