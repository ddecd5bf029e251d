package io.regulars.events;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.yaml is kept by hand; it names every topic and every kind of fact, and nothing that is not there. */
class AsyncApiTest {

    private static final Path DOCS = Wire.HOME.resolve("docs");

    /** Topics whose records are no facts, and what is on them. */
    private static final Map<Topic, Set<String>> WITHOUT_FACTS =
            Map.of(Topic.CREDENTIALS, Set.of("credential"), Topic.CLOCK, Set.of("time"));

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(Files.readAllBytes(DOCS.resolve("asyncapi.yaml")));
    }

    @Test
    void it_describes_the_topics_there_are() {
        Set<String> addresses = new TreeSet<>();
        document.get("channels")
                .forEach(channel -> addresses.add(channel.get("address").asText()));

        assertEquals("3.0.0", document.get("asyncapi").asText());
        assertEquals(
                Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toCollection(TreeSet::new)),
                addresses);
    }

    @Test
    void every_topic_carries_its_family_of_facts() {
        assertAll(Arrays.stream(Topic.values())
                .map(topic -> () -> assertEquals(kindsOn(topic), messagesOn(topic), topic.topicName())));
    }

    @Test
    void every_message_points_to_the_schema_of_its_kind() {
        assertAll(Types.all().keySet().stream().map(type -> () -> {
            JsonNode message = document.at("/components/messages").get(type);
            String schema = message.at("/payload/schema/$ref").asText();
            assertEquals(type, message.get("name").asText());
            assertEquals("./schemas/" + type + ".json", schema);
            assertTrue(Files.exists(DOCS.resolve(schema)), schema);
        }));
    }

    @Test
    void no_message_is_described_that_is_not_on_a_topic() {
        Set<String> onTopics = new TreeSet<>();
        for (Topic topic : Topic.values()) onTopics.addAll(kindsOn(topic));

        assertEquals(onTopics, namesIn(document.at("/components/messages")));
    }

    @Test
    void every_topic_has_one_speaker() {
        Set<String> spokenOn = new TreeSet<>();
        document.get("operations").forEach(operation -> {
            assertEquals("send", operation.get("action").asText());
            assertTrue(spokenOn.add(operation.at("/channel/$ref").asText()), operation.toString());
        });

        assertEquals(namesIn(document.get("channels")).size(), spokenOn.size());
    }

    @Test
    void every_reference_leads_somewhere() {
        assertAll(document.findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith("#"))
                .map(reference ->
                        () -> assertFalse(document.at(reference.substring(1)).isMissingNode(), reference)));
    }

    private static Set<String> kindsOn(Topic topic) {
        return TypesTest.FAMILIES.entrySet().stream()
                .filter(family -> family.getValue() == topic)
                .findFirst()
                .map(family -> (Set<String>) new TreeSet<>(TypesTest.namesIn(family.getKey())))
                .orElseGet(() -> WITHOUT_FACTS.get(topic));
    }

    private static Set<String> messagesOn(Topic topic) {
        JsonNode messages = document.at("/channels/" + topic.topicName() + "/messages");
        messages.properties()
                .forEach(each -> assertEquals(
                        "#/components/messages/" + each.getKey(),
                        each.getValue().get("$ref").asText()));
        return namesIn(messages);
    }

    private static Set<String> namesIn(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
