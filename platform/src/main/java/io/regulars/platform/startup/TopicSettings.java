package io.regulars.platform.startup;

import io.regulars.events.Topic;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicIds.KafkaAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to work on topics that forget facts, count time by what tills say, or have another number of partitions. */
@ApplicationScoped
public class TopicSettings {

    private static final List<Topic> SHARDED =
            List.of(Topic.INTAKE, Topic.TOUCHPOINTS, Topic.MEMBERSHIPS, Topic.ENGAGEMENTS);

    private final Clients clients;
    private final int partitions;
    private volatile boolean verified;

    TopicSettings(Clients clients, @ConfigProperty(name = "regulars.partitions") int partitions) {
        this.clients = clients;
        this.partitions = partitions;
    }

    /** Looks once. Throws a passing fault while Kafka is away, and a lasting one when a setting is wrong. */
    public synchronized void verify() {
        if (verified) return;
        try (Admin admin = clients.admin("topic-settings")) {
            for (Topic topic : SHARDED) verify(admin, topic);
        }
        verified = true;
    }

    private void verify(Admin admin, Topic topic) {
        String name = topic.topicName();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        TopicDescription shape =
                answer(admin.describeTopics(List.of(name)).topicNameValues().get(name));
        Config config = answer(admin.describeConfigs(List.of(resource)).values().get(resource));
        expect(
                name,
                "partitions",
                String.valueOf(partitions),
                String.valueOf(shape.partitions().size()));
        expect(name, config, Map.of("message.timestamp.type", "LogAppendTime", "cleanup.policy", "delete"));
        expect(name, config, Map.of("unclean.leader.election.enable", "false"));
        if (topic.hasJournal()) expect(name, config, Map.of("retention.ms", "-1", "retention.bytes", "-1"));
    }

    private static void expect(String topic, Config config, Map<String, String> settings) {
        settings.forEach((setting, value) ->
                expect(topic, setting, value, config.get(setting).value()));
    }

    static void expect(String topic, String setting, String wanted, String found) {
        if (!wanted.equals(found)) {
            throw new WrongTopic("topic " + topic + " has " + setting + " = " + found + ", it must be " + wanted);
        }
    }

    private static <T> T answer(org.apache.kafka.common.KafkaFuture<T> asked) {
        try {
            return asked.get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaAway("topics cannot be looked at", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaAway("stopped while looking at topics", stopped);
        }
    }

    /** The topic would lose or mix up facts. */
    public static final class WrongTopic extends RuntimeException {
        WrongTopic(String why) {
            super(why);
        }
    }
}
