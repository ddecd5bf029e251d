package io.regulars.gateway.time;

import io.regulars.events.Topic;
import io.regulars.gateway.recording.SendSurely;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Tells all services what time it is. For worker threads. */
@ApplicationScoped
public class ClockTopic {

    private final SendSurely sendSurely;

    ClockTopic(SendSurely sendSurely) {
        this.sendSurely = sendSurely;
    }

    void tell(Instant now) {
        byte[] word = now.toString().getBytes(StandardCharsets.UTF_8);
        sendSurely.send(new ProducerRecord<>(Topic.CLOCK.topicName(), 0, null, word));
    }
}
