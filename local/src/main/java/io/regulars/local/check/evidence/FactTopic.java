package io.regulars.local.check.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics that repeat a journal, and the database in which it lies. */
public enum FactTopic {
    TOUCHPOINTS("touchpoints", "crm"),
    MEMBERSHIPS("memberships", "loyalty"),
    ENGAGEMENTS("engagements", "engagement");

    private static final Map<String, FactTopic> BY_NAME =
            Stream.of(values()).collect(Collectors.toMap(FactTopic::topic, Function.identity()));

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
        return Optional.ofNullable(BY_NAME.get(topic));
    }
}
