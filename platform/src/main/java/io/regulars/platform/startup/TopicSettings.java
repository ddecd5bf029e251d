package io.regulars.platform.startup;

import io.regulars.events.Topic;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicIds.KafkaAway;
import io.regulars.platform.startup.TopicRules.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
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
    private final boolean clockIsTold;
    private final Set<Topic> verified = EnumSet.noneOf(Topic.class);

    public TopicSettings(
            Clients clients,
            @ConfigProperty(name = "regulars.partitions") int partitions,
            @ConfigProperty(name = "regulars.clock") String clock) {
        this.clients = clients;
        this.partitions = partitions;
        this.clockIsTold = clock.equals("topic");
    }

    /** Looks once at what views read. Throws a passing fault while Kafka is away, a lasting one on a wrong setting. */
    public void verify() {
        verify(SHARDED);
    }

    /** The same for these topics, and the clock's where time is told. */
    public synchronized void verify(List<Topic> topics) {
        List<Topic> unseen = Stream.concat(topics.stream(), clockIsTold ? Stream.of(Topic.CLOCK) : Stream.empty())
                .filter(topic -> !verified.contains(topic))
                .toList();
        if (unseen.isEmpty()) return;
        try (Admin admin = clients.admin("topic-settings")) {
            for (Topic topic : unseen) verify(admin, topic);
        }
        verified.addAll(unseen);
    }

    private void verify(Admin admin, Topic topic) {
        TopicRules.flaw(topic, partitions, shape(admin, topic.topicName())).ifPresent(flaw -> {
            throw new WrongTopic(flaw);
        });
    }

    private static Shape shape(Admin admin, String name) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        TopicDescription found =
                answer(admin.describeTopics(List.of(name)).topicNameValues().get(name));
        Map<String, String> settings = new HashMap<>();
        answer(admin.describeConfigs(List.of(resource)).values().get(resource))
                .entries()
                .forEach(entry -> settings.put(entry.name(), entry.value()));
        int fewest = found.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return new Shape(found.partitions().size(), fewest, settings);
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
