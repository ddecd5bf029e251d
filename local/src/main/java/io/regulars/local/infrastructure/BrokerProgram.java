package io.regulars.local.infrastructure;

import io.regulars.local.process.Launch;
import io.regulars.local.process.NotStarted;
import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Kafka's jars as the build laid them out, and the class archive that halves the broker's start. */
final class BrokerProgram {
    /** How the names of archives begin that nobody writes any more. */
    private static final String FINISHED = "kafka-";

    private final Path jars = ProjectRoot.find().resolve("local/target/kafka");
    private final List<Path> classPath = jarFiles();
    private final Path archive = jars.resolveSibling((FINISHED + "%08x.jsa").formatted(fingerprint()));
    private final Path written =
            jars.resolveSibling("kafka." + ProcessHandle.current().pid() + ".jsa");

    List<String> words(List<String> jvmOptions, String mainClass, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(Launch.java(), "-Xshare:auto"));
        words.addAll(jvmOptions);
        if (Files.exists(archive)) words.add("-XX:SharedArchiveFile=" + archive);
        words.add("-cp");
        words.add(String.join(":", classPath.stream().map(Path::toString).toList()));
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }

    Path configure(Path folder, Path data, int port, int controllerPort) {
        try (InputStream template = BrokerProgram.class.getResourceAsStream("server.properties")) {
            Files.createDirectories(folder);
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{port}", "" + port)
                    .replace("{controllerPort}", "" + controllerPort)
                    .replace("{data}", data.toString());
            return Files.writeString(folder.resolve("server.properties"), text);
        } catch (IOException refused) {
            throw new UncheckedIOException("no broker folder at " + folder, refused);
        }
    }

    /** Lets a broker that is stopped in peace leave its loaded classes for the next one. */
    List<String> archiving() {
        return Files.exists(archive) ? List.of() : List.of("-XX:ArchiveClassesAtExit=" + written);
    }

    void keepArchive() {
        try {
            if (!Files.exists(written)) return;
            for (Path old : files(jars.getParent(), ".jsa")) {
                if (old.getFileName().toString().startsWith(FINISHED)) Files.deleteIfExists(old);
            }
            Files.move(written, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException("the class archive could not be kept", refused);
        }
    }

    private List<Path> jarFiles() {
        if (Files.isDirectory(jars)) return files(jars, ".jar");
        throw new NotStarted("Kafka is not in " + jars + "; run ./mvnw -DskipTests package first.");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int fingerprint() {
        try {
            int sum = Objects.hash(System.getProperty("java.vm.version"), Launch.java());
            for (Path jar : classPath) sum = Objects.hash(sum, jar.toString(), Files.getLastModifiedTime(jar));
            return sum;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
