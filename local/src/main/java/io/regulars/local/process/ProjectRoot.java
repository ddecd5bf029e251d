package io.regulars.local.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder we run from: {@code -Dregulars.home}, {@code REGULARS_HOME}, or the nearest installation above us. */
public final class ProjectRoot {
    private ProjectRoot() {}

    public static Path find() {
        String told = System.getProperty("regulars.home", System.getenv("REGULARS_HOME"));
        if (told != null && !told.isBlank())
            return Path.of(told).toAbsolutePath().normalize();
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !isRoot(folder)) folder = folder.getParent();
        if (folder == null) {
            throw new NotStarted("No Regulars installation is found at or above "
                    + Path.of("").toAbsolutePath() + "; set REGULARS_HOME to its folder.");
        }
        return folder;
    }

    private static boolean isRoot(Path folder) {
        return Files.isRegularFile(folder.resolve("docker-compose.yml")) && Files.isDirectory(folder.resolve("local"));
    }
}
