package io.regulars.gateway.recording;

import io.quarkus.runtime.ShutdownEvent;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends a single record and waits until every replica has it. For worker threads and for what is rare. */
@ApplicationScoped
public class SendSurely {

    private final IntakeProducers producers;
    private Producer<byte[], byte[]> producer;

    SendSurely(IntakeProducers producers) {
        this.producers = producers;
    }

    /** Returns when it is there; otherwise refuses as unavailable, and whether it is there is not known. */
    public synchronized void send(ProducerRecord<byte[], byte[]> record) {
        if (producer == null) producer = producers.open("gateway-rare");
        try {
            producer.send(record).get(3, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException failure) {
            close();
            throw Refusal.of(Code.UNAVAILABLE, "This is kept, but not everybody could be told yet. Ask again.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Code.UNAVAILABLE, "The gateway is stopping.");
        }
    }

    private synchronized void close() {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
    }

    void stop(@Observes ShutdownEvent stopping) {
        close();
    }
}
