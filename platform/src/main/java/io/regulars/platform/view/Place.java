package io.regulars.platform.view;

import io.regulars.events.Topic;
import java.util.UUID;

/**
 * How far a view has read one partition: {@code lastSeq} is what counts, the offset is where to look for the next, and
 * {@code incarnation} is whose history it is (null before the first fact).
 */
record Place(
        Topic topic,
        int partition,
        String topicId,
        long nextOffset,
        Integer leaderEpoch,
        long lastSeq,
        UUID incarnation) {

    /** Where reading starts on a partition nothing was read of yet. */
    static Place start(Topic topic, int partition, String topicId) {
        return new Place(topic, partition, topicId, 0, null, 0, null);
    }

    Place at(long offset) {
        return new Place(topic, partition, topicId, offset, null, lastSeq, incarnation);
    }

    Place onTopic(String newId) {
        return new Place(topic, partition, newId, 0, null, lastSeq, incarnation);
    }

    /** After a record at {@code offset} with this seq (0 where topics have none). */
    Place after(long offset, Integer epoch, long seq, UUID toldBy) {
        UUID history = incarnation == null ? toldBy : incarnation;
        return new Place(topic, partition, topicId, offset + 1, epoch, Math.max(lastSeq, seq), history);
    }

    /** Whether everything before another place of this topic was read; another topic's offsets say nothing. */
    boolean reaches(Place other) {
        return topicId.equals(other.topicId) && nextOffset >= other.nextOffset;
    }

    /** Facts of a database that was put in another's place are numbered anew: they are not the ones we know. */
    void refuseAnotherHistory(UUID told) {
        if (told == null || incarnation == null || told.equals(incarnation)) return;
        throw new Stopped("another history: " + topic + "/" + partition + " was told by the database " + incarnation
                + " and now by " + told);
    }
}
