package io.regulars.platform.relay;

import io.regulars.events.Topic;
import io.regulars.platform.database.Faults;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.journal.Appended;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.Verification;
import io.regulars.platform.kafka.TopicEnds;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.relay.TakeOver.AheadOfJournal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Repeats the journal on its topic, shard by shard, in order. A fact may be told twice; none is ever left out. */
public final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
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
    private volatile Map<Integer, Long> leases;
    private volatile boolean running = true;
    private Lanes lanes;
    private long floorAt;

    Relay(Topic topic, Parts parts) {
        this.topic = topic;
        this.parts = parts;
        this.comparison = new Comparison(topic, parts.takeOver(), parts.verification(), parts.standing());
        this.lanes = new Lanes(topic, parts);
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
        if (!lanes.window()) rest(lookMillis());
        if (System.nanoTime() - floorAt > FLOOR_EVERY_NANOS) raiseFloors();
    }

    private void adopt() {
        Map<Integer, Long> held = leases;
        if (held == null) return;
        if (held.isEmpty()) parts.standing().set("relay", State.WORKING, "others send every shard");
        if (lanes.adopt(held)) parts.standing().set("relay", State.WORKING, "sends " + lanes.count() + " shards");
    }

    /** Commits of this process ring the bell; only those of another instance have to be looked for. */
    private long lookMillis() {
        return parts.leases().alone() ? LOOK_ALONE_MILLIS : LOOK_MILLIS;
    }

    private void raiseFloors() {
        floorAt = System.nanoTime();
        comparison.mustStillHold();
        lanes.raiseFloors(owner);
    }

    private void startAnew(long pauseMillis) {
        comparison.doubt();
        lanes.close();
        lanes = new Lanes(topic, parts);
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
