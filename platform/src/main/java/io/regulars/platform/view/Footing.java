package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.kafka.TopicIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Where a worker stands on each of its partitions: the database says how far, the topic where that is now. */
final class Footing {

    private static final Logger LOG = Logger.getLogger(Footing.class);

    private final View view;
    private final Applier applier;
    private final Places places;
    private final OwnersJournal owners;
    private final TopicIds topicIds;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Place> here = new HashMap<>();

    Footing(View view, Applier applier, Worker.Parts parts, Consumer<byte[], byte[]> consumer) {
        this.view = view;
        this.applier = applier;
        this.places = parts.places();
        this.owners = parts.owners();
        this.topicIds = parts.topicIds();
        this.consumer = consumer;
    }

    Map<TopicPartition, Place> here() {
        return here;
    }

    void leave(TopicPartition partition) {
        here.remove(partition);
    }

    /** Goes on from after a batch. */
    void advance(Batch batch) {
        for (Places.Move move : batch.moves()) {
            here.put(new TopicPartition(move.to().topic().topicName(), move.to().partition()), move.to());
        }
        batch.unfinished().forEach(partition -> seek(partition, here.get(partition)));
    }

    /** Reads where the view stands on a partition and looks there; on another topic than before, from its start. */
    void reload(TopicPartition partition) {
        String id = topicIds.of(Topic.named(partition.topic()));
        Place place = load(partition, id);
        if (place.topicId().equals(id)) {
            seek(partition, place);
        } else {
            LOG.warnf("topic %s is another one than before: read from its start", place.topic());
            move(partition, place, place.onTopic(id));
        }
    }

    void reloadAll() {
        List.copyOf(here.keySet()).forEach(this::reload);
    }

    /** Part of a divided batch may have been applied before a fault: what the database says is where we stand. */
    void reloadQuietly() {
        try {
            Map<TopicPartition, String> ids = new HashMap<>();
            here.forEach((partition, place) -> ids.put(partition, place.topicId()));
            here.putAll(places.load(view.name(), ids));
        } catch (RuntimeException stillAway) {
            LOG.debugf("positions not read: %s", stillAway.getMessage());
        }
    }

    /** Throws a passing fault while Kafka is not answering. */
    void noticeNewTopics() {
        for (Topic topic : view.follows()) topicIds.of(topic);
        for (var each : List.copyOf(here.entrySet())) {
            if (!topicIds.of(each.getValue().topic()).equals(each.getValue().topicId())) reload(each.getKey());
        }
    }

    /** The offset we wanted is not there: the topic was cut at its start or at its end. */
    void reposition(TopicPartition partition) {
        long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        Place place = load(partition, "");
        if (place.nextOffset() > end) {
            move(partition, place, place.at(end));
        } else if (place.nextOffset() >= begin) {
            move(partition, place, place.at(place.nextOffset()));
        } else if (place.topic().hasJournal()) {
            Place caughtUp = hearFromOwner(place);
            move(partition, caughtUp, caughtUp.at(begin));
        } else {
            throw TrimmedUnread.of(view.name(), here.values(), consumer.beginningOffsets(here.keySet()));
        }
    }

    /** The leader of the partition changed and had less than we had read: what follows may come again. */
    void stepBack(TopicPartition partition, long offset) {
        Place place = load(partition, "");
        move(partition, place, place.at(offset));
    }

    /** What was trimmed before it was read comes from whoever said it, also when nothing follows it on the topic. */
    private Place hearFromOwner(Place from) {
        Place place = from;
        while (true) {
            List<Heard> facts = owners.after(place.topic(), place.partition(), place.lastSeq());
            if (facts.isEmpty()) return place;
            Batch batch = Batch.of(place, facts);
            applier.apply(batch);
            place = batch.moves().get(0).to();
        }
    }

    private Place load(TopicPartition partition, String topicId) {
        return places.load(view.name(), Map.of(partition, topicId)).get(partition);
    }

    private void move(TopicPartition partition, Place from, Place to) {
        applier.moveOnly(from, to);
        seek(partition, to);
    }

    private void seek(TopicPartition partition, Place place) {
        here.put(partition, place);
        var epoch = Optional.ofNullable(place.leaderEpoch());
        consumer.seek(partition, new OffsetAndMetadata(place.nextOffset(), epoch, ""));
    }
}
