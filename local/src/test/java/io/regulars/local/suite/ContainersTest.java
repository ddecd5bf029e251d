package io.regulars.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.check.CheckOptions;
import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the containers can come up at all, as far as reading their recipes tells. */
class ContainersTest {

    static Set<String> services() {
        return Compose.services().keySet();
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_stays_up_tells_how_it_is(String service) throws IOException {
        Map<String, ?> said = Compose.services().get(service);
        boolean staysUp = said.containsKey("restart");

        assertEquals(staysUp, said.containsKey("healthcheck") || isCheckedByItsImage(said));
    }

    @ParameterizedTest
    @MethodSource("services")
    void whoever_waits_says_for_what(String service) {
        Object waits = Compose.services().get(service).get("depends_on");
        if (waits == null) return;
        ((Map<?, ?>) waits).forEach((other, until) -> {
            Map<String, ?> said = Compose.services().get(other);
            String condition = said.containsKey("restart") ? "service_healthy" : "service_completed_successfully";
            assertEquals(Map.of("condition", condition), until);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_stage_that_is_built_is_there(String service) throws IOException {
        Object build = Compose.services().get(service).get("build");
        if (build == null) return;
        Map<?, ?> recipe = (Map<?, ?>) build;

        assertTrue(stage(recipe.get("target").toString()).startsWith("FROM runtime AS"), recipe::toString);
        assertEquals(".", recipe.get("context"));
    }

    @Test
    void nothing_runs_as_root() throws IOException {
        assertTrue(stage("runtime").lines().anyMatch("USER regulars"::equals));
        for (String later : List.of("tools", "service")) {
            assertTrue(stage(later).startsWith("FROM runtime AS"));
            assertTrue(stage(later).lines().noneMatch(line -> line.startsWith("USER")));
        }
    }

    @Test
    void the_tools_have_the_programme_where_check_looks_for_it() throws IOException {
        Path looked = ProjectRoot.find()
                .relativize(CheckOptions.of(new SuiteOptions()).programme());
        Set<String> copied = Pattern.compile("COPY --from=build /src/(\\S+) \\./(\\S+?)/?\n")
                .matcher(stage("tools"))
                .results()
                .filter(copy -> copy.group(1).equals(copy.group(2)))
                .map(copy -> copy.group(1))
                .collect(Collectors.toSet());

        assertEquals(Set.of(looked.getParent().toString()), copied);
        assertTrue(Files.exists(ProjectRoot.find().resolve(looked)));
    }

    private static boolean isCheckedByItsImage(Map<String, ?> service) throws IOException {
        return service.get("build") instanceof Map<?, ?> build
                && stage(build.get("target").toString()).contains("\nHEALTHCHECK ");
    }

    /** From its FROM to the next one. */
    private static String stage(String name) throws IOException {
        String recipe = Files.readString(ProjectRoot.find().resolve("Dockerfile"));
        for (String stage : recipe.split("(?m)(?=^FROM )")) {
            if (stage.lines().findFirst().orElse("").endsWith(" AS " + name)) return stage;
        }
        throw new AssertionError("no stage " + name);
    }
}
