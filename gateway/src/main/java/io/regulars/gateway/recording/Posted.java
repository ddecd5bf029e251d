package io.regulars.gateway.recording;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Something posted, on its way into the log. It is answered once, by whoever is first: Kafka or the deadline. */
final class Posted {

    private final int bytes;
    private final long deadlineNanos;
    private final CompletableFuture<RecordMetadata> recorded = new CompletableFuture<>();
    private volatile ProducerRecord<byte[], byte[]> record;

    Posted(ProducerRecord<byte[], byte[]> record, long deadlineNanos) {
        this.record = record;
        this.bytes = record.value().length;
        this.deadlineNanos = deadlineNanos;
    }

    CompletableFuture<RecordMetadata> recorded() {
        return recorded;
    }

    int bytes() {
        return bytes;
    }

    /** The record, or null once nobody waits for it any more. */
    ProducerRecord<byte[], byte[]> record() {
        return recorded.isDone() ? null : record;
    }

    boolean isOver(long nowNanos) {
        return recorded.isDone() || nowNanos - deadlineNanos >= 0;
    }

    void succeed(RecordMetadata place) {
        record = null;
        recorded.complete(place);
    }

    void fail(RuntimeException why) {
        record = null;
        recorded.completeExceptionally(why);
    }
}
