package io.regulars.local.check.evidence;

import java.util.Optional;

/** The topics that repeat a journal, and the database in which it lies. */
public enum FactTopic {
    TOUCHPOINTS("touchpoints", "crm"),
    MEMBERSHIPS("memberships", "loyalty"),
    ENGAGEMENTS("engagements", "engagement");

    private final String topic;
    private final String database;

    FactTopic(String topic, String database) {
        this.topic = topic;
        this.database = database;
    }

    public String topic() {
        return topic;
    }

    public String database() {
        return database;
    }

    public static Optional<FactTopic> named(String topic) {
        for (FactTopic each : values()) {
            if (each.topic.equals(topic)) return Optional.of(each);
        }
        return Optional.empty();
    }
}
