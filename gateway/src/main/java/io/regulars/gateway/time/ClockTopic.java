package io.regulars.gateway.time;

import io.quarkus.runtime.ShutdownEvent;
import io.regulars.events.Topic;
import io.regulars.gateway.recording.IntakeProducers;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Tells all services what time it is. For worker threads. */
@ApplicationScoped
public class ClockTopic {

    private final IntakeProducers producers;
    private Producer<byte[], byte[]> producer;

    ClockTopic(IntakeProducers producers) {
        this.producers = producers;
    }

    synchronized void tell(Instant now) {
        if (producer == null) producer = producers.open();
        byte[] word = now.toString().getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(Topic.CLOCK.topicName(), 0, null, word)).get(3, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException failure) {
            throw Refusal.of(Code.UNAVAILABLE, "Whether the clock was set is not known. Set it again.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Code.UNAVAILABLE, "The gateway is stopping.");
        }
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
    }
}
