package io.regulars.platform.clock;

import io.regulars.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** The time as the {@code clock} topic tells it. It only moves forward; before the first word it is the epoch. */
final class TopicClock implements Clock {

    private static final Logger LOG = Logger.getLogger(TopicClock.class);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    TopicClock(String kafka) {
        Thread listener = new Thread(() -> listen(kafka), "clock");
        listener.setDaemon(true);
        listener.start();
    }

    @Override
    public Instant now() {
        return now.get();
    }

    private void listen(String kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "enable.auto.commit", false);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            TopicPartition clock = new TopicPartition(Topic.CLOCK.topicName(), 0);
            consumer.assign(List.of(clock));
            consumer.seekToBeginning(List.of(clock));
            while (true) hear(consumer);
        }
    }

    private void hear(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            for (ConsumerRecord<byte[], byte[]> word : consumer.poll(Duration.ofSeconds(1))) {
                Instant told = Instant.parse(new String(word.value(), StandardCharsets.UTF_8));
                now.accumulateAndGet(told, (held, next) -> next.isAfter(held) ? next : held);
            }
        } catch (RetriableException passing) {
            LOG.warnf("the clock topic is not answering: %s", passing.getMessage());
        }
    }
}
