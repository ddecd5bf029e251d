package io.regulars.platform.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/** Which shard a subject belongs to: the function of Kafka's default partitioner, so that shard n is partition n. */
public final class Shards {

    private Shards() {}

    public static int of(UUID subject, int partitions) {
        return of(subject.toString().getBytes(StandardCharsets.US_ASCII), partitions);
    }

    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
