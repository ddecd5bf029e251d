package io.regulars.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** Containers and this machine are told the same things by the same names, and the page lists them all. */
class SameConfigurationTest {
    private static final String NAME = "REGULARS_[A-Z_]+";

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void compose_and_local_name_the_same_variables(ServiceName service) throws IOException {
        assertEquals(local(service).keySet(), composed(service.module()).keySet());
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void the_page_lists_exactly_what_a_service_is_given(ServiceName service) throws IOException {
        assertEquals(documentedFor(service.key(), "services"), local(service).keySet());
    }

    @Test
    void the_page_lists_exactly_what_setup_reads() throws IOException {
        assertEquals(documentedFor("tools"), composed("setup").keySet());
    }

    @Test
    void values_that_mean_the_same_everywhere_are_the_same() throws IOException {
        Set<String> places = Set.of("HOST", "PORT", "URL", "KAFKA", "SECRETS");
        for (ServiceName service : ServiceName.values()) {
            Map<String, String> composed = composed(service.module());
            local(service).forEach((name, value) -> {
                if (places.stream().noneMatch(name::endsWith)) assertEquals(value, composed.get(name), name);
            });
        }
    }

    @Test
    void postgres_in_the_container_keeps_its_promises() throws IOException {
        List<?> words = (List<?>) composeService("postgres").get("command");
        assertTrue(words.containsAll(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on")));
        assertFalse(words.contains("fsync=off"));
    }

    private static Map<String, String> local(ServiceName service) {
        return ServiceEnvironment.of(service, SuiteOptions.in(Path.of("/data")));
    }

    private static Map<String, String> composed(String service) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        Map<?, ?> given = (Map<?, ?>) composeService(service).get("environment");
        given.forEach((name, value) -> environment.put(name.toString(), value.toString()));
        return environment;
    }

    private static Map<?, ?> composeService(String service) throws IOException {
        Map<String, Map<String, Map<?, ?>>> compose =
                new Yaml().load(Files.readString(ProjectRoot.find().resolve("docker-compose.yml")));
        return compose.get("services").get(service);
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
