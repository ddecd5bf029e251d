package io.regulars.gateway.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.regulars.platform.health.Standing;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;

/** Reads the store keys to the end before the gateway is ready, and follows what changes: a revocation reaches all. */
@ApplicationScoped
public class FollowCredentials {

    private static final Logger LOG = Logger.getLogger(FollowCredentials.class);
    private static final String PART = "credentials";

    private final CredentialTopic topic;
    private final KnownKeys keys;
    private final Standing standing;
    private final CompletableFuture<Void> known = new CompletableFuture<>();
    private volatile boolean running = true;
    private Thread thread;

    FollowCredentials(CredentialTopic topic, KnownKeys keys, Standing standing) {
        this.topic = topic;
        this.keys = keys;
        this.standing = standing;
    }

    /** Completes once every key told so far is known here. */
    CompletableFuture<Void> known() {
        return known;
    }

    void start(@Observes StartupEvent started) {
        standing.set(PART, Standing.State.STARTING, "the store keys are being read");
        thread = new Thread(this::run, PART);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<byte[], byte[]> reader = topic.reader()) {
                follow(reader);
            } catch (RuntimeException failure) {
                if (!running) return;
                LOG.warnf("store keys cannot be followed: %s", failure.getMessage());
                if (known.isDone()) standing.set(PART, Standing.State.DEGRADED, "new keys and revocations arrive late");
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> reader) {
        long end = topic.end(reader);
        boolean caughtUp = false;
        while (running) {
            if (!caughtUp && topic.place(reader) >= end) {
                caughtUp = true;
                keys.allTold();
                known.complete(null);
                standing.set(PART, Standing.State.WORKING, "up to date");
            }
            for (ConsumerRecord<byte[], byte[]> told : reader.poll(Duration.ofSeconds(1))) learn(told);
        }
    }

    private void learn(ConsumerRecord<byte[], byte[]> told) {
        if (told.value() == null) return;
        try {
            Credential credential = Json.read(told.value(), Credential.class);
            if (credential != null) keys.tell(credential);
        } catch (Json.Unreadable unreadable) {
            LOG.errorf("a store key at offset %d cannot be read: %s", told.offset(), unreadable.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(1_000);
    }
}
