package io.regulars.platform.relay;

import io.regulars.events.Topic;
import io.regulars.platform.health.Standing;
import io.regulars.platform.journal.Appended;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.Verification;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicEnds;
import io.regulars.platform.kafka.TopicIds;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Relays put together by hand over the real database and Kafka, so that a test can cripple, freeze and dismiss them. */
@Singleton
public class RelayCrew {

    private final List<Hired> hired = new ArrayList<>();
    private final JournalReader journal;
    private final Leases leases;
    private final Floors floors;
    private final TakeOver takeOver;
    private final Verification verification;
    private final TopicIds topicIds;
    private final TopicEnds topicEnds;
    private final Clients clients;

    RelayCrew(
            JournalReader journal,
            Leases leases,
            Floors floors,
            TakeOver takeOver,
            Verification verification,
            TopicIds topicIds,
            TopicEnds topicEnds,
            Clients clients) {
        this.journal = journal;
        this.leases = leases;
        this.floors = floors;
        this.takeOver = takeOver;
        this.verification = verification;
        this.topicIds = topicIds;
        this.topicEnds = topicEnds;
        this.clients = clients;
    }

    public Hired hire(Topic topic) {
        return hire(topic, new Standing());
    }

    public Hired hire(Topic topic, Standing standing) {
        return hire(topic, standing, this::outlet);
    }

    Hired hire(Topic topic, Standing standing, Outlets outlets) {
        Appended bell = new Appended();
        Relay.Parts parts = new Relay.Parts(
                journal, leases, floors, takeOver, verification, topicIds, topicEnds, bell, standing, outlets);
        Hired one = new Hired(new Relay(topic, parts), bell, standing);
        hired.add(one);
        return one;
    }

    Outlet outlet() {
        return new Outlet(clients.relayProducer("crew"));
    }

    public void dismissAll() {
        hired.forEach(Hired::dismiss);
        hired.clear();
    }

    /** A relay at work. */
    public static final class Hired {
        private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor();
        private final Relay relay;
        private final Appended bell;
        private final Standing standing;
        private final Thread thread;

        private Hired(Relay relay, Appended bell, Standing standing) {
            this.relay = relay;
            this.bell = bell;
            this.standing = standing;
            relay.renew();
            renewing.scheduleWithFixedDelay(relay::renew, 1, 1, TimeUnit.SECONDS);
            thread = new Thread(relay::run, "crew-relay");
            thread.start();
        }

        public Standing.State state() {
            return standing.parts().get("relay").state();
        }

        /** It no longer hears that its leases were given to another, and goes on as if it held them. */
        void loseTouch() {
            renewing.shutdownNow();
        }

        /** It looks again at once. */
        void wake() {
            bell.announce();
        }

        public void dismiss() {
            renewing.shutdownNow();
            relay.stop();
            bell.announce();
            try {
                thread.join(15_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            relay.letGo();
        }
    }
}
