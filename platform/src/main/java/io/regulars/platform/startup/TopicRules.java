package io.regulars.platform.startup;

import io.regulars.events.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What must be true of a topic so that it neither forgets what it acknowledged nor mixes it up. */
final class TopicRules {

    private static final String FOR_EVER = "-1";
    private static final int SAFE_COPIES = 2;

    private TopicRules() {}

    /** A topic as Kafka describes it; {@code replicas} of the partition that has the fewest. */
    record Shape(int partitions, int replicas, Map<String, String> settings) {}

    /** What is wrong with it as a sentence; empty when nothing is. */
    static Optional<String> flaw(Topic topic, int shards, Shape found) {
        int wanted = isSingle(topic) ? 1 : shards;
        if (found.partitions() != wanted) {
            return Optional.of(sentence(topic, "partitions", String.valueOf(found.partitions()), "" + wanted));
        }
        for (var setting : required(topic, found.replicas()).entrySet()) {
            String value = found.settings().get(setting.getKey());
            if (!setting.getValue().equals(value)) {
                return Optional.of(sentence(topic, setting.getKey(), value, setting.getValue()));
            }
        }
        return tooFewCopies(topic, found);
    }

    private static Map<String, String> required(Topic topic, int replicas) {
        Map<String, String> required = new LinkedHashMap<>();
        required.put("message.timestamp.type", "LogAppendTime");
        required.put("unclean.leader.election.enable", "false");
        required.put("cleanup.policy", topic == Topic.CREDENTIALS ? "compact" : "delete");
        if (topic.hasJournal() || topic == Topic.CLOCK) {
            required.put("retention.ms", FOR_EVER);
            required.put("retention.bytes", FOR_EVER);
        }
        if (topic == Topic.INTAKE && replicas == 1) required.put("flush.messages", "1");
        return required;
    }

    /** With three copies, one broker may be lost with what it alone has acknowledged. */
    private static Optional<String> tooFewCopies(Topic topic, Shape found) {
        String setting = "min.insync.replicas";
        String copies = found.settings().get(setting);
        if (found.replicas() < 3 || copies != null && Integer.parseInt(copies) >= SAFE_COPIES) return Optional.empty();
        return Optional.of(sentence(topic, setting, copies, "at least " + SAFE_COPIES));
    }

    private static boolean isSingle(Topic topic) {
        return topic == Topic.CREDENTIALS || topic == Topic.CLOCK;
    }

    private static String sentence(Topic topic, String setting, String found, String wanted) {
        return "topic " + topic.topicName() + " has " + setting + " = " + found + ", it must be " + wanted;
    }
}
