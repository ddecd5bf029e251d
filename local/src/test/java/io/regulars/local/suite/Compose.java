package io.regulars.local.suite;

import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker-compose.yml} says. */
final class Compose {
    private Compose() {}

    static Map<String, Map<String, ?>> services() {
        try {
            Map<String, Map<String, Map<String, ?>>> all =
                    new Yaml().load(Files.readString(ProjectRoot.find().resolve("docker-compose.yml")));
            return all.get("services");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        Map<?, ?> given = (Map<?, ?>) services().get(service).get("environment");
        given.forEach((name, value) -> environment.put(name.toString(), value.toString()));
        return environment;
    }

    static Set<String> volumes(String service) {
        Object volumes = services().get(service).get("volumes");
        return volumes == null
                ? Set.of()
                : ((List<?>) volumes).stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words after each {@code -c}: settings on a command line. */
    static Map<String, String> settings(String service) {
        List<?> words = (List<?>) services().get(service).get("command");
        Map<String, String> settings = new TreeMap<>();
        for (int i = 1; i + 1 < words.size(); i += 2) {
            String[] setting = words.get(i + 1).toString().split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        return settings;
    }
}
