package io.regulars.local.infrastructure;

import io.regulars.events.Topic;
import io.regulars.local.process.NotStarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** The suite's topics, created once with the settings every service checks at its start. */
public final class Topics {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int partitions;
    private final int replication;

    public Topics(int partitions, int replication) {
        this.partitions = partitions;
        this.replication = replication;
    }

    /** Creates what is missing, puts settings right, and refuses another partition count: shards are for ever. */
    public void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            List<String> known = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                if (present.contains(topic.topicName())) known.add(topic.topicName());
                else
                    missing.add(new NewTopic(topic.topicName(), partitions(topic), (short) replication)
                            .configs(settings(topic)));
            }
            admin.createTopics(missing).all().get();
            keepRight(admin, known);
            new Leaders(admin, PATIENCE).awaitAll(partitionsByTopic());
        } catch (ExecutionException refused) {
            throw new NotStarted(
                    "The topics could not be created: " + refused.getCause().getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepRight(Admin admin, List<String> known) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (TopicDescription found :
                admin.describeTopics(known).allTopicNames().get().values()) {
            Topic topic = Topic.named(found.name());
            if (found.partitions().size() != partitions(topic)) {
                throw new NotStarted("Topic %s has %d partitions and %d are asked for; the number is fixed at creation."
                        .formatted(found.name(), found.partitions().size(), partitions(topic)));
            }
            List<AlterConfigOp> operations = settings(topic).entrySet().stream()
                    .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, found.name()), operations);
        }
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private Map<String, Integer> partitionsByTopic() {
        Map<String, Integer> all = new HashMap<>();
        for (Topic topic : Topic.values()) all.put(topic.topicName(), partitions(topic));
        return all;
    }

    private int partitions(Topic topic) {
        return topic == Topic.CREDENTIALS || topic == Topic.CLOCK ? 1 : partitions;
    }

    private Map<String, String> settings(Topic topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("unclean.leader.election.enable", "false");
        settings.put("min.insync.replicas", replication >= 3 ? "2" : "1");
        settings.put("cleanup.policy", topic == Topic.CREDENTIALS ? "compact" : "delete");
        if (topic.hasJournal() || topic == Topic.CLOCK) {
            settings.put("retention.ms", "-1");
            settings.put("retention.bytes", "-1");
        }
        if (topic == Topic.INTAKE) {
            settings.put("retention.ms", days(7));
            settings.put("segment.ms", days(1));
            if (replication == 1) settings.put("flush.messages", "1");
        }
        return settings;
    }

    private static String days(long days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
