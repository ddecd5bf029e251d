package io.regulars.gateway.recording;

import io.regulars.events.Topic;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.startup.TopicSettings;
import io.regulars.platform.startup.TopicSettings.WrongTopic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What this gateway acknowledges rests on these topics: before they are as they must be, it takes nothing. */
@ApplicationScoped
public class VerifyTopics {

    private static final String PART = "topics";
    private static final List<Topic> WRITTEN_HERE = List.of(Topic.INTAKE, Topic.CREDENTIALS);

    private final TopicSettings settings;
    private final Standing standing;

    VerifyTopics(TopicSettings settings, Standing standing) {
        this.settings = settings;
        this.standing = standing;
    }

    /** Until they were looked at, the gateway is not ready. */
    void expect() {
        standing.set(PART, State.STARTING, "not looked at yet");
    }

    /** Throws while Kafka is away, and as long as a setting is wrong: once an operator put it right, work begins. */
    void verify() {
        try {
            settings.verify(WRITTEN_HERE);
            standing.set(PART, State.WORKING, "as they must be");
        } catch (WrongTopic wrong) {
            standing.set(PART, State.STOPPED, wrong.getMessage());
            throw wrong;
        }
    }
}
