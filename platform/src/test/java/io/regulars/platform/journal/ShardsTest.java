package io.regulars.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

/** Shard n is partition n, whoever computes it. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ShardsTest {

    @Test
    void a_shard_is_the_partition_a_producer_chooses_for_the_same_key() {
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(200).toList();

        List<RecordMetadata> chosen = Speaker.sendAll(subjects.stream()
                .map(subject ->
                        new ProducerRecord<byte[], byte[]>(Topic.ENGAGEMENTS.topicName(), key(subject), new byte[0]))
                .toList());

        assertEquals(
                chosen.stream().map(RecordMetadata::partition).toList(),
                subjects.stream()
                        .map(subject -> Shards.of(subject, SuiteResource.PARTITIONS))
                        .toList());
    }

    @Test
    void it_is_so_for_any_number_of_partitions() {
        for (int partitions : new int[] {1, 2, 12, 96}) {
            Stream.generate(UUID::randomUUID)
                    .limit(1_000)
                    .forEach(subject -> assertEquals(
                            BuiltInPartitioner.partitionForKey(key(subject), partitions),
                            Shards.of(subject, partitions)));
        }
    }

    private static byte[] key(UUID subject) {
        return subject.toString().getBytes(StandardCharsets.UTF_8);
    }
}
