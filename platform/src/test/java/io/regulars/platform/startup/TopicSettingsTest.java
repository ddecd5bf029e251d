package io.regulars.platform.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.startup.TopicSettings.WrongTopic;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.testing.TopicOperator;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service does not read from topics that forget facts or mix them up. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TopicSettingsTest {

    @Inject
    Clients clients;

    @Test
    void topics_as_the_suite_makes_them_are_accepted() {
        assertDoesNotThrow(() -> settings(SuiteResource.PARTITIONS).verify(List.of(Topic.values())));
    }

    @Test
    void another_number_of_partitions_is_refused() {
        assertEquals("topic intake has partitions = 4, it must be 12", refusal(12));
    }

    @ParameterizedTest
    @CsvSource({
        "ENGAGEMENTS, retention.ms, 604800000, -1",
        "ENGAGEMENTS, retention.bytes, 1000000000, -1",
        "ENGAGEMENTS, cleanup.policy, compact, delete",
        "INTAKE, message.timestamp.type, CreateTime, LogAppendTime",
        "INTAKE, unclean.leader.election.enable, true, false",
        "INTAKE, flush.messages, 9223372036854775807, 1",
        "CREDENTIALS, cleanup.policy, delete, compact",
        "CLOCK, retention.ms, 604800000, -1"
    })
    void a_topic_that_loses_or_misdates_facts_is_refused(Topic topic, String setting, String careless, String right) {
        TopicOperator.set(topic, setting, careless);
        try {
            assertEquals(
                    "topic " + topic.topicName() + " has " + setting + " = " + careless + ", it must be " + right,
                    refusal(SuiteResource.PARTITIONS));
        } finally {
            TopicOperator.set(topic, setting, right);
        }
    }

    private String refusal(int partitions) {
        return assertThrows(WrongTopic.class, () -> settings(partitions).verify(List.of(Topic.values())))
                .getMessage();
    }

    private TopicSettings settings(int partitions) {
        return new TopicSettings(clients, partitions, "machine");
    }
}
