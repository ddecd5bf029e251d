package io.regulars.platform.relay;

import io.regulars.events.Topic;
import io.regulars.platform.journal.JournalRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The shards a relay sends and the producer it sends them with, for as long as everything about them is known. */
final class Lanes {

    private static final int WINDOW_PER_SHARD = 250;

    private final Topic topic;
    private final Relay.Parts parts;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private Outlet outlet;
    private String topicId;

    Lanes(Topic topic, Relay.Parts parts) {
        this.topic = topic;
        this.parts = parts;
    }

    int count() {
        return lanes.size();
    }

    /** Lets go what is not held any more and takes over what is held newly (shard → epoch); whether there was such. */
    boolean adopt(Map<Integer, Long> held) {
        lanes.values().removeIf(lane -> !Long.valueOf(lane.epoch()).equals(held.get(lane.shard())));
        Map<Integer, Long> fresh = new HashMap<>(held);
        fresh.keySet().removeAll(lanes.keySet());
        if (fresh.isEmpty()) return false;
        if (outlet == null) {
            outlet = parts.outlets().open();
            topicId = parts.topicIds().of(topic);
        }
        lanes.putAll(parts.takeOver().of(topic, fresh));
        return true;
    }

    /** Sends what was committed since, and returns when it is acknowledged; false when there was nothing. */
    boolean window() {
        if (lanes.isEmpty()) return false;
        Map<Integer, Long> from = new HashMap<>();
        lanes.values().forEach(lane -> from.put(lane.shard(), lane.seq()));
        List<JournalRow> rows = parts.journal().after(from, WINDOW_PER_SHARD);
        if (rows.isEmpty()) return false;
        outlet.send(topic, rows, lanes);
        return true;
    }

    /** Writes down how far the topic is known to hold each shard, after a look whether it still does. */
    void raiseFloors(UUID owner) {
        if (lanes.isEmpty()) return;
        if (!parts.topicIds().of(topic).equals(topicId)) throw new RelayBroken("topic " + topic + " was re-created");
        Map<Integer, Long> ends = parts.topicEnds().of(topic, lanes.keySet());
        for (Lane lane : lanes.values()) lane.mustReachTo(ends.get(lane.shard()));
        parts.floors().raise(owner, topicId, parts.journal().incarnation(), lanes.values());
    }

    void close() {
        if (outlet != null) outlet.close();
    }
}
