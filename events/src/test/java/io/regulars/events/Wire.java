package io.regulars.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Facts as bytes, with the settings the platform reads and writes topics with, and the golden files of the past. */
final class Wire {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** The root of the source tree: the build says where, an editor starts tests in the module's folder. */
    static final Path HOME = Path.of(System.getProperty("regulars.home", ".."));

    private static final Path GOLDEN = HOME.resolve("events/src/test/resources/golden");

    private Wire() {}

    /** A fact as it once went over the wire; {@code name} is its type, or {@code type@variant}. */
    record Golden(String name, JsonNode json) {
        Class<? extends Event> kind() {
            return Types.named(type());
        }

        String type() {
            return name.split("@")[0];
        }

        Event event() {
            return Wire.read(json, kind());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> golden() {
        return namesOfJson(GOLDEN).stream().map(name -> new Golden(name, tree(GOLDEN.resolve(name + ".json"))));
    }

    /** The names, without ending, of all JSON files in a folder. */
    static List<String> namesOfJson(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    static <T> T read(JsonNode json, Class<T> kind) {
        try {
            return JSON.treeToValue(json, kind);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a value looks like after it went through bytes. */
    static JsonNode written(Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(value));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
