package io.regulars.events;

/** The topics of the suite; {@code credentials} and {@code clock} have one partition, the others one per shard. */
public enum Topic {
    INTAKE("intake", null),
    TOUCHPOINTS("touchpoints", "crm"),
    MEMBERSHIPS("memberships", "loyalty"),
    ENGAGEMENTS("engagements", "engagement"),
    CREDENTIALS("credentials", null),
    CLOCK("clock", null);

    private final String topicName;
    private final String speaker;

    Topic(String topicName, String speaker) {
        this.topicName = topicName;
        this.speaker = speaker;
    }

    public String topicName() {
        return topicName;
    }

    /** The service whose journal this topic repeats, or null where no journal stands behind it. */
    public String speaker() {
        return speaker;
    }

    public boolean hasJournal() {
        return speaker != null;
    }

    public static Topic named(String topicName) {
        for (Topic topic : values()) {
            if (topic.topicName.equals(topicName)) return topic;
        }
        throw new IllegalArgumentException("no topic is called " + topicName);
    }
}
