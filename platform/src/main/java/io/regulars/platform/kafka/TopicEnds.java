package io.regulars.platform.kafka;

import io.regulars.events.Topic;
import io.regulars.platform.kafka.TopicIds.KafkaAway;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where each partition of a topic ends right now. */
@ApplicationScoped
public class TopicEnds {

    private final Clients clients;
    private Admin admin;

    TopicEnds(Clients clients) {
        this.clients = clients;
    }

    /** Partition → offset after its last record. Throws a passing fault while Kafka is away. */
    public synchronized Map<Integer, Long> of(Topic topic, Collection<Integer> partitions) {
        if (admin == null) admin = clients.admin("topic-ends");
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(each -> asked.put(new TopicPartition(topic.topicName(), each), OffsetSpec.latest()));
        Map<Integer, Long> ends = new HashMap<>();
        try {
            admin.listOffsets(asked)
                    .all()
                    .get(5, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaAway("the ends of " + topic.topicName() + " cannot be looked at", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaAway("stopped while looking at " + topic.topicName(), stopped);
        }
        return ends;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) admin.close(Duration.ofSeconds(1));
    }
}
