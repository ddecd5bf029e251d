package io.regulars.gateway.recording;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.regulars.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/** The one thread that hands records to Kafka: {@code send} may block while a broker is away, and only this thread then. */
@ApplicationScoped
public class SendIntake {

    private static final Logger LOG = Logger.getLogger(SendIntake.class);

    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final IntakeLog intake;
    private final IntakeProducers producers;
    private final VerifyTopics topics;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "intake-deadline"));
    private volatile boolean running = true;
    private volatile boolean doubtful;
    private volatile boolean silent;
    private Producer<byte[], byte[]> producer;
    private Thread thread;

    SendIntake(IntakeLog intake, IntakeProducers producers, VerifyTopics topics) {
        this.intake = intake;
        this.producers = producers;
        this.topics = topics;
    }

    void start(@Observes StartupEvent started) {
        topics.expect();
        deadlines.scheduleWithFixedDelay(intake::sweep, 20, 20, TimeUnit.MILLISECONDS);
        thread = new Thread(this::run, "intake-sender");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                if (producer == null) meetTopic();
                send(intake.next());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                LOG.warnf("receipts cannot be taken: %s", failure.getMessage());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Nothing is acknowledged by a topic that may forget it; and the first receipt does not pay for looking it up. */
    private void meetTopic() {
        topics.verify();
        producer = producers.open("gateway-intake");
        try {
            producer.partitionsFor(Topic.INTAKE.topicName());
        } catch (KafkaException notYet) {
            LOG.warnf("the intake topic is not there yet: %s", notYet.getMessage());
        }
    }

    private void send(Posted posted) {
        if (doubtful) reopen();
        var record = posted.record();
        if (record == null) return;
        try {
            producer.send(record, (place, failure) -> answer(posted, place, failure));
        } catch (KafkaException | IllegalStateException failure) {
            answer(posted, null, failure);
        }
    }

    private void answer(Posted posted, RecordMetadata place, Exception failure) {
        if (failure == null) {
            if (silent) LOG.info("Kafka takes receipts again");
            silent = false;
            posted.succeed(place);
            return;
        }
        if (!(failure instanceof RetriableException) && !(failure instanceof RecordTooLargeException)) doubtful = true;
        if (!silent) LOG.warnf("Kafka does not take receipts: %s", failure.getMessage());
        silent = true;
        posted.fail(IntakeLog.unknown());
    }

    /** After a failure that does not pass by itself the producer is of no use any more. */
    private void reopen() {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
        producer = producers.open("gateway-intake");
        doubtful = false;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(1_000);
        if (producer != null) producer.close(Duration.ofSeconds(3));
        deadlines.shutdownNow();
    }
}
