package io.regulars.platform.kafka;

import io.regulars.events.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;

/** Which topic stands behind a name right now: a deleted and re-created one has another id, and offsets start anew. */
@ApplicationScoped
public class TopicIds {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Clients clients;
    private final Map<Topic, Seen> seen = new ConcurrentHashMap<>();
    private Admin admin;

    private record Seen(String id, long at) {}

    TopicIds(Clients clients) {
        this.clients = clients;
    }

    /** The id, at most a second old. Throws a passing fault while Kafka or the topic is away. */
    public String of(Topic topic) {
        Seen last = seen.get(topic);
        if (last != null && System.nanoTime() - last.at() < FRESH_NANOS) return last.id();
        Seen now = new Seen(ask(topic), System.nanoTime());
        seen.put(topic, now);
        return now.id();
    }

    /** What was seen is too old for what comes next: each topic is looked at again. */
    public void lookAgain() {
        seen.clear();
    }

    private synchronized String ask(Topic topic) {
        if (admin == null) admin = clients.admin("topic-ids");
        String name = topic.topicName();
        try {
            return admin.describeTopics(List.of(name))
                    .topicNameValues()
                    .get(name)
                    .get(5, TimeUnit.SECONDS)
                    .topicId()
                    .toString();
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaAway("topic " + name + " cannot be looked at", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaAway("stopped while looking at topic " + name, stopped);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) admin.close(Duration.ofSeconds(1));
    }

    /** Kafka is not answering; it will, or an operator sees that it does not. */
    public static final class KafkaAway extends RetriableException {
        private static final long serialVersionUID = 1;

        public KafkaAway(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
