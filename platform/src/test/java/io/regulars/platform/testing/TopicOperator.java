package io.regulars.platform.testing;

import static org.awaitility.Awaitility.await;

import io.regulars.events.Topic;
import io.regulars.local.infrastructure.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What an administrator can do to a topic behind its readers' and writers' backs. */
public final class TopicOperator {

    private static final Map<String, Admin> OFFICES = new ConcurrentHashMap<>();

    private TopicOperator() {}

    /** Deletes the topic and creates it again under the same name: empty, and another one. */
    public static void recreate(Topic topic) {
        delete(topic);
        create(topic);
    }

    public static void delete(Topic topic) {
        answer(admin().deleteTopics(List.of(topic.topicName())).all());
        await().until(() -> !answer(admin().listTopics().names()).contains(topic.topicName()));
    }

    public static void create(Topic topic) {
        new Topics(SuiteResource.PARTITIONS, 1).create(Servers.kafka());
        await().ignoreExceptions().until(() -> ends(topic).size() == partitions(topic));
    }

    /** Removes everything below the present end of every partition, and says where that is. */
    public static Map<Integer, Long> trim(Topic topic) {
        Map<Integer, Long> ends = ends(topic);
        ends.forEach((partition, end) -> trim(topic, partition, end));
        return ends;
    }

    public static void trim(Topic topic, int partition, long before) {
        TopicPartition where = new TopicPartition(topic.topicName(), partition);
        answer(admin().deleteRecords(Map.of(where, RecordsToDelete.beforeOffset(before)))
                .all());
    }

    /** Which topic it is; a re-created one has another id. */
    public static String id(Topic topic) {
        String name = topic.topicName();
        return answer(admin().describeTopics(List.of(name)).topicNameValues().get(name))
                .topicId()
                .toString();
    }

    /** Partition → offset after its last record. */
    public static Map<Integer, Long> ends(Topic topic) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        IntStream.range(0, partitions(topic))
                .forEach(each -> asked.put(new TopicPartition(topic.topicName(), each), OffsetSpec.latest()));
        Map<Integer, Long> ends = new HashMap<>();
        answer(admin().listOffsets(asked).all())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    public static void set(Topic topic, String setting, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        answer(admin().incrementalAlterConfigs(Map.of(resource, List.of(change)))
                .all());
    }

    private static int partitions(Topic topic) {
        return topic == Topic.CREDENTIALS || topic == Topic.CLOCK ? 1 : SuiteResource.PARTITIONS;
    }

    private static Admin admin() {
        return OFFICES.computeIfAbsent(Servers.kafka(), kafka -> Admin.create(Map.of("bootstrap.servers", kafka)));
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException | InterruptedException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
