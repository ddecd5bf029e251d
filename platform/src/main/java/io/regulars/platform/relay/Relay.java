package io.regulars.platform.relay;

import io.regulars.events.Topic;
import io.regulars.platform.database.Faults;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.journal.Appended;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.journal.Verification;
import io.regulars.platform.kafka.TopicEnds;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.relay.TakeOver.AheadOfJournal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Repeats the journal on its topic, shard by shard, in order. A fact may be told twice; none is ever left out. */
public final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int WINDOW_PER_SHARD = 250;
    private static final long LOOK_MILLIS = 10;
    private static final long LOOK_ALONE_MILLIS = 100;
    private static final long FLOOR_EVERY_NANOS = 500_000_000;

    /** What a relay works with. */
    record Parts(
            JournalReader journal,
            Leases leases,
            Floors floors,
            TakeOver takeOver,
            Verification verification,
            TopicIds topicIds,
            TopicEnds topicEnds,
            Appended appended,
            Standing standing,
            Outlets outlets) {}

    private final UUID owner = UUID.randomUUID();
    private final Topic topic;
    private final Parts parts;
    private final Comparison comparison;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private volatile Map<Integer, Long> leases;
    private volatile boolean running = true;
    private Outlet outlet;
    private String topicId;
    private long floorAt;

    Relay(Topic topic, Parts parts) {
        this.topic = topic;
        this.parts = parts;
        this.comparison = new Comparison(topic, parts.takeOver(), parts.verification(), parts.standing());
    }

    /** The relay's life; returns when stopped. */
    void run() {
        parts.standing().set("relay", State.STARTING, "not sending yet");
        while (running) {
            try {
                turn();
            } catch (AheadOfJournal found) {
                comparison.failed(found);
                startAnew(5_000);
            } catch (RuntimeException failure) {
                report(failure);
                startAnew(200);
            } catch (Error fatal) {
                parts.standing().set("relay", State.STOPPED, String.valueOf(fatal.getMessage()));
                throw fatal;
            }
        }
        startAnew(0);
    }

    /** One window: what was committed since, sent and acknowledged before the next. */
    private void turn() {
        comparison.make();
        adopt();
        boolean sent = !lanes.isEmpty() && window();
        if (!sent) rest(lookMillis());
        if (System.nanoTime() - floorAt > FLOOR_EVERY_NANOS) raiseFloors();
    }

    private void adopt() {
        Map<Integer, Long> held = leases;
        if (held == null) return;
        if (held.isEmpty()) parts.standing().set("relay", State.WORKING, "others send every shard");
        lanes.values().removeIf(lane -> !Long.valueOf(lane.epoch()).equals(held.get(lane.shard())));
        Map<Integer, Long> fresh = new HashMap<>(held);
        fresh.keySet().removeAll(lanes.keySet());
        if (fresh.isEmpty()) return;
        if (outlet == null) {
            outlet = parts.outlets().open();
            topicId = parts.topicIds().of(topic);
        }
        lanes.putAll(parts.takeOver().of(topic, fresh));
        parts.standing().set("relay", State.WORKING, "sends " + lanes.size() + " shards");
    }

    /** Commits of this process ring the bell; only those of another instance have to be looked for. */
    private long lookMillis() {
        return parts.leases().alone() ? LOOK_ALONE_MILLIS : LOOK_MILLIS;
    }

    private boolean window() {
        Map<Integer, Long> from = new HashMap<>();
        lanes.values().forEach(lane -> from.put(lane.shard(), lane.seq()));
        List<JournalRow> rows = parts.journal().after(from, WINDOW_PER_SHARD);
        if (rows.isEmpty()) return false;
        outlet.send(topic, rows, lanes);
        return true;
    }

    private void raiseFloors() {
        floorAt = System.nanoTime();
        comparison.mustStillHold();
        if (lanes.isEmpty()) return;
        if (!parts.topicIds().of(topic).equals(topicId)) throw new RelayBroken("topic " + topic + " was re-created");
        Map<Integer, Long> ends = parts.topicEnds().of(topic, lanes.keySet());
        for (Lane lane : lanes.values()) lane.mustReachTo(ends.get(lane.shard()));
        parts.floors().raise(owner, topicId, parts.journal().incarnation(), lanes.values());
    }

    private void startAnew(long pauseMillis) {
        comparison.doubt();
        lanes.clear();
        if (outlet != null) outlet.close();
        outlet = null;
        rest(pauseMillis);
    }

    private void report(RuntimeException failure) {
        boolean passes = Faults.passes(failure) || failure instanceof RelayBroken;
        if (!comparison.refuses()) parts.standing().set("relay", State.DEGRADED, String.valueOf(failure.getMessage()));
        if (passes) LOG.warnf("relay starts anew: %s", failure.getMessage());
        else LOG.error("relay starts anew", failure);
    }

    private void rest(long millis) {
        if (millis <= 0) return;
        try {
            parts.appended().await(millis);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** Renews the leases; called from a thread of its own, so that a slow window does not lose them. */
    void renew() {
        try {
            leases = parts.leases().renew(owner);
        } catch (RuntimeException failure) {
            LOG.warnf("leases not renewed: %s", failure.getMessage());
        }
    }

    /** Waits until commands can be taken, at most so long. */
    void awaitComparison(Duration atMost) throws InterruptedException {
        comparison.await(atMost);
    }

    void stop() {
        running = false;
    }

    void letGo() {
        parts.leases().letGo(owner);
    }
}
