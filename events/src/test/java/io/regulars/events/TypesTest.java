package io.regulars.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypesTest {

    /** The first word of a name says whose it is: the topic's speaker, or the topic where there is no journal. */
    static final Map<Class<?>, Topic> FAMILIES = Map.of(
            Intake.class, Topic.INTAKE,
            TouchpointEvent.class, Topic.TOUCHPOINTS,
            MembershipEvent.class, Topic.MEMBERSHIPS,
            EngagementEvent.class, Topic.ENGAGEMENTS);

    @Test
    void every_name_begins_with_its_speaker_and_ends_with_its_version() {
        FAMILIES.forEach((family, topic) -> namesIn(family).forEach(name -> {
            String speaker = topic.hasJournal() ? topic.speaker() : topic.topicName();
            assertTrue(name.matches(speaker + "(\\.[a-z][a-zA-Z]*){2}\\.v[1-9][0-9]*"), name);
        }));
    }

    @Test
    void no_two_kinds_share_a_name() {
        List<String> names = namesIn(Event.class);

        assertEquals(new HashSet<>(names).size(), names.size(), names.toString());
        assertEquals(new HashSet<>(names), Types.all().keySet());
    }

    @Test
    void every_family_of_facts_has_its_topic() {
        assertEquals(new HashSet<>(List.of(Event.class.getPermittedSubclasses())), FAMILIES.keySet());
    }

    @Test
    void a_name_leads_to_its_kind_and_back() {
        Types.all().forEach((name, kind) -> {
            assertEquals(kind, Types.named(name));
            assertEquals(name, Types.nameOf(kind));
        });
        assertNull(Types.named("crm.never.heard.v1"));
    }

    @Test
    void a_topic_is_found_by_its_name() {
        for (Topic topic : Topic.values()) assertEquals(topic, Topic.named(topic.topicName()));
        assertThrows(IllegalArgumentException.class, () -> Topic.named("gossip"));
    }

    static List<String> namesIn(Class<?> family) {
        if (!family.isSealed()) return List.of(nameOn(family));
        List<String> names = new ArrayList<>();
        for (Class<?> kind : family.getPermittedSubclasses()) names.addAll(namesIn(kind));
        return names;
    }

    private static String nameOn(Class<?> kind) {
        Type type = kind.getAnnotation(Type.class);
        assertNotNull(type, kind + " needs a @Type");
        assertTrue(kind.isRecord(), kind + " is a record");
        return type.value();
    }
}
