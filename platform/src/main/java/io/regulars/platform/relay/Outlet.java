package io.regulars.platform.relay;

import io.regulars.events.Topic;
import io.regulars.platform.journal.JournalRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A producer for as long as everything it sent is known; after the first doubt it is closed and another is opened. */
final class Outlet {

    private final Producer<byte[], byte[]> producer;

    Outlet(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Sends a window, partition = shard, and returns when every fact of it is acknowledged in order. */
    void send(Topic topic, List<JournalRow> rows, Map<Integer, Lane> lanes) {
        List<Future<RecordMetadata>> sends = new ArrayList<>(rows.size());
        for (JournalRow row : rows) {
            sends.add(producer.send(row.envelope().record(topic.topicName(), row.shard(), row.body())));
        }
        for (int i = 0; i < rows.size(); i++) {
            JournalRow row = rows.get(i);
            lanes.get(row.shard())
                    .acknowledged(row.seq(), acknowledged(sends.get(i)).offset());
        }
    }

    private static RecordMetadata acknowledged(Future<RecordMetadata> send) {
        try {
            return send.get();
        } catch (ExecutionException failure) {
            throw new RelayBroken("a fact was not acknowledged: " + failure.getCause(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RelayBroken("stopped while sending", stopped);
        }
    }

    void close() {
        producer.close(Duration.ZERO);
    }
}
