package io.regulars.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** A cluster tells the services the same things by the same names, as far as reading its manifests tells. */
class KubernetesTest {
    private static final String VALUE_ELSEWHERE = "a value kept elsewhere";

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void the_same_variables_are_named_as_on_this_machine(ServiceName service) throws IOException {
        Map<String, String> told = new TreeMap<>(settings("regulars-settings"));
        told.putAll(environment(container(manifest("common").get(0))));
        told.putAll(environment(container(manifest(service.module()).get(0))));

        assertEquals(here(service).keySet(), told.keySet());
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void a_service_listens_where_it_is_looked_for(ServiceName service) throws IOException {
        List<Map<String, ?>> manifest = manifest(service.module());
        Map<String, String> told = environment(container(manifest.get(0)));
        Map<String, String> ports = list(container(manifest.get(0)), "ports").stream()
                .collect(Collectors.toMap(port -> text(port, "name"), port -> text(port, "containerPort")));
        Map<?, ?> door = (Map<?, ?>) list(map(manifest.get(1), "spec"), "ports").get(0);

        assertEquals(here(service).get("REGULARS_HTTP_PORT"), told.get("REGULARS_HTTP_PORT"));
        assertEquals(told.get("REGULARS_HTTP_PORT"), ports.get("http"));
        assertEquals(told.get("REGULARS_MANAGEMENT_PORT"), ports.get("management"));
        assertEquals(ports.get("http"), text(door, "port"));
        String url = "http://" + service.module() + ":" + ports.get("http");
        boolean called = service != ServiceName.GATEWAY;
        assertEquals(called, settings("regulars-settings").containsValue(url), url);
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void a_service_holds_its_own_key_and_no_other(ServiceName service) throws IOException {
        Map<?, ?> volume = (Map<?, ?>)
                list(pod(manifest(service.module()).get(0)), "volumes").get(0);
        Set<String> keys = list(map(volume, "secret"), "items").stream()
                .map(item -> text(item, "key"))
                .collect(Collectors.toSet());

        assertEquals(Set.of(service.key() + ".jwk", "peers.jwks"), keys);
    }

    @Test
    void every_manifest_is_used_and_none_holds_a_secret() throws IOException {
        Map<String, ?> all = manifest("kustomization").get(0);
        Set<String> used = new TreeSet<>(
                list(all, "resources").stream().map(Object::toString).toList());
        used.add("common.yaml");
        used.add("kustomization.yaml");
        try (var files = Files.list(folder())) {
            assertEquals(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()), used);
        }
        for (String file : used) {
            for (Map<String, ?> each : manifest(file.replace(".yaml", ""))) {
                assertFalse("Secret".equals(each.get("kind")), file);
            }
        }
        assertTrue(container(manifest("common").get(0))
                .keySet()
                .containsAll(
                        Set.of("startupProbe", "readinessProbe", "livenessProbe", "resources", "securityContext")));
    }

    private static Map<String, String> here(ServiceName service) {
        return ServiceEnvironment.of(service, SuiteOptions.in(Path.of("/data")));
    }

    private static Path folder() {
        return ProjectRoot.find().resolve("deploy/kubernetes");
    }

    private static List<Map<String, ?>> manifest(String name) throws IOException {
        List<Map<String, ?>> documents = new ArrayList<>();
        for (Object each : new Yaml().loadAll(Files.readString(folder().resolve(name + ".yaml")))) {
            documents.add(map(Map.of("it", each), "it"));
        }
        return documents;
    }

    private static Map<String, ?> pod(Map<?, ?> deployment) {
        return map(map(map(deployment, "spec"), "template"), "spec");
    }

    private static Map<String, ?> container(Map<?, ?> deployment) {
        return map(Map.of("it", list(pod(deployment), "containers").get(0)), "it");
    }

    private static Map<String, String> environment(Map<?, ?> container) {
        Map<String, String> environment = new TreeMap<>();
        for (Object each : list(container, "env")) {
            Object value = ((Map<?, ?>) each).get("value");
            environment.put(text(each, "name"), value == null ? VALUE_ELSEWHERE : value.toString());
        }
        return environment;
    }

    private static Map<String, String> settings(String name) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (Object each : list(manifest("kustomization").get(0), "configMapGenerator")) {
            if (!name.equals(text(each, "name"))) continue;
            for (Object literal : list((Map<?, ?>) each, "literals")) {
                String[] setting = literal.toString().split("=", 2);
                settings.put(setting[0], setting[1]);
            }
        }
        return settings;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(Map<?, ?> in, String name) {
        return (Map<String, ?>) in.get(name);
    }

    private static List<?> list(Map<?, ?> in, String name) {
        return (List<?>) in.get(name);
    }

    private static String text(Object in, String name) {
        return String.valueOf(((Map<?, ?>) in).get(name));
    }
}
