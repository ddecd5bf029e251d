package io.regulars.gateway.recording;

import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Where everything posted goes: a bounded line in front of Kafka. Offering never waits, so an event loop may. */
@ApplicationScoped
public class IntakeLog {

    private static final int MOST_RECORDS = 10_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final long PATIENCE_NANOS = Duration.ofMillis(2_900).toNanos();

    private final BlockingQueue<Posted> line = new LinkedBlockingQueue<>(MOST_RECORDS);
    private final ConcurrentLinkedQueue<Posted> awaited = new ConcurrentLinkedQueue<>();
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * Completes with its place when every replica has the record; fails as unavailable when that is not known within
     * three seconds.
     */
    public CompletableFuture<RecordMetadata> append(ProducerRecord<byte[], byte[]> record) {
        Posted posted = new Posted(record, System.nanoTime() + PATIENCE_NANOS);
        if (!takeRoom(posted)) return CompletableFuture.failedFuture(full());
        posted.recorded().whenComplete((done, failure) -> giveRoom(posted));
        awaited.add(posted);
        // Those answered by the deadline stand in the line until the sender comes by, so it may be full before we are.
        if (!line.offer(posted)) posted.fail(full());
        return posted.recorded();
    }

    private boolean takeRoom(Posted posted) {
        boolean fits = records.incrementAndGet() <= MOST_RECORDS & bytes.addAndGet(posted.bytes()) <= MOST_BYTES;
        if (!fits) giveRoom(posted);
        return fits;
    }

    private void giveRoom(Posted posted) {
        records.decrementAndGet();
        bytes.addAndGet(-posted.bytes());
    }

    Posted next() throws InterruptedException {
        return line.take();
    }

    /** Answers whoever waited long enough. They stand in the order they came, and all have the same patience. */
    void sweep() {
        long now = System.nanoTime();
        for (Posted oldest = awaited.peek(); oldest != null && oldest.isOver(now); oldest = awaited.peek()) {
            oldest.fail(unknown());
            awaited.poll();
        }
    }

    static Refusal unknown() {
        return Refusal.of(
                Code.UNAVAILABLE,
                "Whether this was recorded is not known. Send it again: the same receipt " + "is never counted twice.");
    }

    private static Refusal full() {
        return Refusal.of(Code.UNAVAILABLE, "More is coming in than can be taken. Send this again a little later.");
    }
}
