package io.regulars.gateway.outcome;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.regulars.events.Event;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
import io.regulars.events.TouchpointEvent.ReceiptRepeated;
import io.regulars.events.Types;
import io.regulars.platform.json.Json;
import io.regulars.platform.wire.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/** Hears what loyalty and the crm say and picks out what is meant for this gateway, by a header, before decoding. */
@ApplicationScoped
public class HearOutcomes {

    private static final Logger LOG = Logger.getLogger(HearOutcomes.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();
    private static final long STAYS_AWAKE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Waiters waiters;
    private final OutcomeTopics topics;
    private final Object bell = new Object();
    private volatile CompletableFuture<Void> listening = new CompletableFuture<>();
    private volatile boolean running = true;
    private Thread thread;

    HearOutcomes(Waiters waiters, OutcomeTopics topics) {
        this.waiters = waiters;
        this.topics = topics;
    }

    /** A place to wait. Nothing may be sent before {@link #listening()}, or its answer could be missed. */
    public CompletableFuture<Outcome> await(UUID correlation) {
        CompletableFuture<Outcome> outcome = waiters.join(correlation);
        if (outcome != null && !listening.isDone()) wake();
        return outcome;
    }

    public CompletableFuture<Void> listening() {
        return listening;
    }

    void start(@Observes StartupEvent started) {
        thread = new Thread(this::run, "outcomes");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                sleepUntilSomebodyWaits();
                if (running) listen();
            } catch (RuntimeException failure) {
                startAnew(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        topics.close();
    }

    private void startAnew(RuntimeException failure) {
        if (!running) return;
        LOG.warnf("outcomes cannot be heard: %s", failure.getMessage());
        listening = new CompletableFuture<>();
        topics.close();
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** Nobody waiting means nothing to hear: two topics at full rate are not read for nothing. */
    private void listen() {
        topics.goToEnd();
        listening.complete(null);
        long lastWanted = System.nanoTime();
        while (running) {
            for (ConsumerRecord<byte[], byte[]> told : topics.hear()) pick(told);
            if (!waiters.nobody()) lastWanted = System.nanoTime();
            else if (System.nanoTime() - lastWanted > STAYS_AWAKE_NANOS) {
                listening = new CompletableFuture<>();
                if (waiters.nobody()) return;
                listening.complete(null);
            }
        }
    }

    private void pick(ConsumerRecord<byte[], byte[]> told) {
        Header replyTo = told.headers().lastHeader(Envelope.REPLY_TO);
        if (replyTo == null || !Arrays.equals(replyTo.value(), waiters.hereBytes())) return;
        Envelope envelope = Envelope.of(told.headers());
        if (!waiters.expects(envelope.correlationId())) return;
        Class<? extends Event> kind = Types.named(envelope.type());
        if (kind != PurchaseAssessed.class && kind != ReceiptRepeated.class && kind != ReceiptConflicted.class) return;
        try {
            waiters.tell(envelope.correlationId(), outcome(Json.read(told.value(), kind)));
        } catch (Json.Unreadable unreadable) {
            LOG.warnf("an outcome cannot be read: %s", unreadable.getMessage());
        }
    }

    private static Outcome outcome(Event said) {
        if (said instanceof PurchaseAssessed assessed) return new Outcome.Assessed(assessed);
        if (said instanceof ReceiptRepeated repeated) return new Outcome.Repeated(repeated.receiptId());
        return new Outcome.Conflicted(((ReceiptConflicted) said).receiptId());
    }

    private void sleepUntilSomebodyWaits() throws InterruptedException {
        synchronized (bell) {
            while (running && waiters.nobody()) bell.wait(1_000);
        }
    }

    private void wake() {
        synchronized (bell) {
            bell.notifyAll();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        topics.wakeUp();
        thread.interrupt();
        thread.join(1_000);
    }
}
