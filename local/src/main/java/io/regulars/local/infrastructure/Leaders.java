package io.regulars.local.infrastructure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Those who serve the partitions. One that does not serve yet would refuse a producer's first batch, take its second,
 * and then refuse the first for ever as out of order; so all are asked for their end before anybody writes.
 */
final class Leaders {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final Duration patience;

    Leaders(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    /** What was created a moment ago may not be known yet to the node that is asked. */
    void awaitAll(Map<String, Integer> partitionsByTopic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        partitionsByTopic.forEach((topic, partitions) -> {
            for (int partition = 0; partition < partitions; partition++) {
                ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        });
        long last = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException notYet) {
                boolean hopeless = !(notYet.getCause() instanceof RetriableException);
                if (hopeless || System.nanoTime() > last) throw notYet;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
