package io.regulars.crm.identifier;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Cases others wrote down (the origin of each stands in the folder's README). They lie beside the project. */
final class Vectors {

    private static final Path FOLDER =
            Path.of(System.getProperty("regulars.home", "..")).resolve("../shared/data/identity");

    private Vectors() {}

    /** The lines of a file; without it the test is skipped and says so. */
    static List<String> lines(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.isRegularFile(file), "skipped: " + file.normalize() + " is not there");
        return Files.readAllLines(file);
    }

    /** The lines below the heading, cut at tabs. */
    static List<String[]> rows(String name) throws IOException {
        return lines(name).stream().skip(1).map(line -> line.split("\t", -1)).toList();
    }
}
