package io.regulars.platform.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Topic;
import io.regulars.platform.startup.TopicRules.Shape;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a topic with several copies must be like. */
class TopicRulesTest {

    @Test
    void with_three_copies_two_must_have_a_record_before_it_counts() {
        assertEquals(
                Optional.of("topic intake has min.insync.replicas = 1, it must be at least 2"), flaw(intake(3, "1")));
        assertEquals(Optional.empty(), flaw(intake(3, "2")));
    }

    @Test
    void the_only_copy_must_be_on_disk_before_a_record_counts() {
        assertEquals(
                Optional.of("topic intake has flush.messages = 9223372036854775807, it must be 1"),
                flaw(intake(1, "1")));
    }

    private static Optional<String> flaw(Shape shape) {
        return TopicRules.flaw(Topic.INTAKE, 12, shape);
    }

    private static Shape intake(int replicas, String inSync) {
        return new Shape(
                12,
                replicas,
                Map.of(
                        "message.timestamp.type", "LogAppendTime",
                        "unclean.leader.election.enable", "false",
                        "cleanup.policy", "delete",
                        "flush.messages", "9223372036854775807",
                        "min.insync.replicas", inSync));
    }
}
