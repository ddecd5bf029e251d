package io.regulars.platform.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.regulars.events.Topic;
import io.regulars.platform.health.Standing;
import io.regulars.platform.journal.Appended;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.Verification;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicEnds;
import io.regulars.platform.kafka.TopicIds;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the relay of a service that speaks, and stops it so that another can go on at once. */
@ApplicationScoped
public class RelayRunner {

    private static final int LAST = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ScheduledExecutorService renewing =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "relay-lease"));
    private final Optional<Topic> topic;
    private final Relay.Parts parts;
    private Relay relay;
    private Thread thread;

    RelayRunner(
            @ConfigProperty(name = "regulars.service") String service,
            @ConfigProperty(name = "regulars.relay") boolean wanted,
            JournalReader journal,
            Leases leases,
            Floors floors,
            TakeOver takeOver,
            Verification verification,
            TopicIds topicIds,
            TopicEnds topicEnds,
            Appended appended,
            Standing standing,
            Clients clients) {
        this.topic = Stream.of(Topic.values())
                .filter(each -> wanted && service.equals(each.speaker()))
                .findFirst();
        Outlets outlets = () -> new Outlet(clients.relayProducer(service + "-relay"));
        this.parts = new Relay.Parts(
                journal, leases, floors, takeOver, verification, topicIds, topicEnds, appended, standing, outlets);
    }

    /** After a restart of PostgreSQL the door opens a moment later rather than refusing the first commands. */
    void start(@Observes @Priority(LAST) StartupEvent started) throws InterruptedException {
        if (topic.isEmpty()) return;
        relay = new Relay(topic.get(), parts);
        renewing.scheduleWithFixedDelay(relay::renew, 0, 1, TimeUnit.SECONDS);
        thread = new Thread(relay::run, "relay");
        thread.setDaemon(true);
        thread.start();
        relay.awaitComparison(LONGEST_WAIT);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        renewing.shutdownNow();
        if (relay == null) return;
        relay.stop();
        thread.join(5_000);
        relay.letGo();
    }
}
