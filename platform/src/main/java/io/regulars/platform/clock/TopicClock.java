package io.regulars.platform.clock;

import io.regulars.events.Topic;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.kafka.TopicIds.KafkaAway;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * The time as the {@code clock} topic tells it. It only moves forward. Nobody is given a time before everything told so
 * far was read; on a topic nobody ever told anything it is the epoch.
 */
final class TopicClock implements Clock {

    private static final Logger LOG = Logger.getLogger(TopicClock.class);
    private static final String PART = "clock";
    private static final String NOT_HEARD = "what time it is has not been heard yet";
    private static final TopicPartition WORDS = new TopicPartition(Topic.CLOCK.topicName(), 0);
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final CountDownLatch heard = new CountDownLatch(1);
    private final Standing standing;
    private volatile boolean running = true;
    private volatile KafkaConsumer<byte[], byte[]> consumer;

    TopicClock(String kafka, Standing standing) {
        this.standing = standing;
        standing.set(PART, State.STARTING, NOT_HEARD);
        Thread listener = new Thread(() -> listen(kafka), PART);
        listener.setDaemon(true);
        listener.start();
    }

    /** Throws a passing fault until everything told before this clock began was heard. */
    @Override
    public Instant now() {
        if (heard.getCount() > 0) throw new KafkaAway(NOT_HEARD, null);
        return now.get();
    }

    /** Waits until it is known what time it is, but not for ever: Kafka may be away. */
    boolean awaitHeard(Duration patience) throws InterruptedException {
        return heard.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        running = false;
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) current.wakeup();
    }

    private void listen(String kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "client.id",
                PART,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "none",
                "default.api.timeout.ms",
                10_000,
                "reconnect.backoff.max.ms",
                1_000);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        while (running) {
            try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(settings, bytes, bytes)) {
                consumer = reader;
                follow(reader);
            } catch (RuntimeException failure) {
                if (!running) return;
                LOG.warnf("the clock topic is not answering and is read again: %s", failure.getMessage());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> reader) {
        reader.assign(List.of(WORDS));
        long toldSoFar = reader.endOffsets(List.of(WORDS)).get(WORDS);
        reader.seekToBeginning(List.of(WORDS));
        while (running) {
            if (heard.getCount() > 0 && reader.position(WORDS) >= toldSoFar) begin();
            for (ConsumerRecord<byte[], byte[]> word : reader.poll(Duration.ofSeconds(1))) hear(word);
        }
    }

    private void begin() {
        LOG.infof("the clock was told to be at %s", now.get());
        standing.set(PART, State.WORKING, "as the topic tells it");
        heard.countDown();
    }

    /** A word that is none says nothing about the time; those after it do. */
    private void hear(ConsumerRecord<byte[], byte[]> word) {
        try {
            if (word.value() == null) throw new DateTimeException("it is empty");
            Instant told = Instant.parse(new String(word.value(), StandardCharsets.UTF_8));
            now.accumulateAndGet(told, (held, next) -> next.isAfter(held) ? next : held);
        } catch (DateTimeException unreadable) {
            LOG.errorf("the clock topic says no time at offset %d: %s", word.offset(), unreadable.getMessage());
        }
    }
}
