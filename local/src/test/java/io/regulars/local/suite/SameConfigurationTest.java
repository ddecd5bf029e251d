package io.regulars.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.infrastructure.KafkaBroker;
import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Containers and this machine are told the same things by the same names, and the page lists them all. */
class SameConfigurationTest {
    private static final String NAME = "REGULARS_[A-Z_]+";
    private static final Set<String> PLACES_OF_KAFKA = Set.of("listeners", "quorum.voters", "log.dirs");

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void compose_and_local_name_the_same_variables(ServiceName service) throws IOException {
        assertEquals(
                local(service).keySet(), Compose.environment(service.module()).keySet());
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void the_page_lists_exactly_what_a_service_is_given(ServiceName service) throws IOException {
        assertEquals(documentedFor(service.key(), "services"), local(service).keySet());
    }

    @Test
    void the_page_lists_exactly_what_setup_reads() throws IOException {
        assertEquals(documentedFor("tools"), Compose.environment("setup").keySet());
    }

    @Test
    void a_container_holds_its_own_key_and_no_other() {
        Set<String> handedOut = new TreeSet<>(Set.of("secrets:/var/lib/regulars/secrets"));
        for (ServiceName service : ServiceName.values()) {
            String key = service.key();
            handedOut.add(key + "-key:/var/lib/regulars/keys/" + key);
            assertEquals(Set.of(key + "-key:/var/lib/regulars/secrets:ro"), Compose.volumes(service.module()));
        }
        assertEquals(handedOut, Compose.volumes("setup"));
        for (String other : List.of("postgres", "kafka", "mail", "check")) {
            assertTrue(Compose.volumes(other).stream().noneMatch(each -> each.contains("regulars")), other);
        }
        assertEquals("/var/lib/regulars/keys", Compose.environment("setup").get("REGULARS_KEYS"));
    }

    @Test
    void values_that_mean_the_same_everywhere_are_the_same() throws IOException {
        Set<String> places = Set.of("HOST", "PORT", "URL", "KAFKA", "SECRETS");
        for (ServiceName service : ServiceName.values()) {
            Map<String, String> composed = Compose.environment(service.module());
            local(service).forEach((name, value) -> {
                if (places.stream().noneMatch(name::endsWith)) assertEquals(value, composed.get(name), name);
            });
        }
    }

    @Test
    void the_page_lists_exactly_what_check_is_given() throws IOException {
        assertEquals(documentedFor("check"), Compose.environment("check").keySet());
    }

    @Test
    void postgres_is_told_the_same_but_for_where_it_listens() throws IOException {
        Map<String, String> here = settings("postgres.properties");
        here.keySet().removeAll(Set.of("listen_addresses", "unix_socket_directories"));

        assertEquals(here, Compose.settings("postgres"));
        assertEquals("on", here.get("fsync"));
    }

    @Test
    void kafka_is_told_the_same_but_for_where_it_listens_and_writes() throws IOException {
        Map<String, String> there = Compose.environment("kafka");
        settings("server.properties").forEach((name, value) -> {
            String told = there.remove("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'));
            assertNotNull(told, name);
            if (PLACES_OF_KAFKA.stream().noneMatch(name::endsWith)) assertEquals(value, told, name);
        });
        assertEquals(Set.of("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"), there.keySet());
    }

    private static Map<String, String> settings(String file) throws IOException {
        Properties settings = new Properties();
        try (InputStream text = KafkaBroker.class.getResourceAsStream(file)) {
            settings.load(text);
        }
        Map<String, String> told = new TreeMap<>();
        settings.forEach((name, value) -> told.put(name.toString(), value.toString()));
        return told;
    }

    private static Map<String, String> local(ServiceName service) {
        return ServiceEnvironment.of(service, SuiteOptions.in(Path.of("/data")));
    }

    private static Set<String> documentedFor(String... readers) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<String> lines = Files.lines(ProjectRoot.find().resolve("docs/configuration.md"))) {
            lines.filter(line -> line.startsWith("| `REGULARS_")).forEach(line -> {
                String[] cells = line.split("\\|");
                List<String> readBy =
                        Arrays.stream(cells[2].split(",")).map(String::strip).toList();
                if (Arrays.stream(readers).anyMatch(readBy::contains)) names.add(cells[1].replaceAll("[ `]", ""));
            });
        }
        assertTrue(names.stream().allMatch(name -> name.matches(NAME)), names.toString());
        return names;
    }
}
