package io.regulars.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.process.ProjectRoot;
import io.regulars.local.suite.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the containers are made of is what a build leaves behind. */
class ContainerRecipeTest {

    @Test
    void everything_the_recipe_copies_is_there_after_a_build() throws IOException {
        Path root = ProjectRoot.find();
        List<String> copied = Pattern.compile("(?m)^COPY --from=build /src/(\\S+)")
                .matcher(Files.readString(root.resolve("Dockerfile")))
                .results()
                .map((MatchResult copy) -> copy.group(1))
                .toList();

        assertTrue(copied.size() > 3, copied::toString);
        for (String place : copied) {
            for (ServiceName service : ServiceName.values()) {
                Path needed = root.resolve(place.replace("${SERVICE}", service.module()));
                assertTrue(Files.exists(needed), needed::toString);
            }
        }
    }
}
