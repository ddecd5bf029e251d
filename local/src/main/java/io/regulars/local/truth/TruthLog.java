package io.regulars.local.truth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The record of what must be true: JSON lines under {@code <data>/truth}, one file a run, written as answers come in. */
public final class TruthLog implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final BufferedWriter writer;

    private TruthLog(BufferedWriter writer) {
        this.writer = writer;
    }

    /** Opens a new file for one run, named so that files sort by age. */
    public static TruthLog open(Path data, String run) {
        Path folder = data.resolve("truth");
        try {
            Files.createDirectories(folder);
            return new TruthLog(Files.newBufferedWriter(
                    folder.resolve(run + ".jsonl"), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public synchronized void write(Truth truth) {
        try {
            writer.write(JSON.writeValueAsString(truth));
            writer.newLine();
            writer.flush();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** How many runs a data folder holds. */
    public static int runs(Path data) {
        try (Stream<Path> files =
                Files.isDirectory(data.resolve("truth")) ? Files.list(data.resolve("truth")) : Stream.empty()) {
            return (int)
                    files.filter(file -> file.toString().endsWith(".jsonl")).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every line of every run under a data folder, oldest run first. The stream must be closed. */
    public static Stream<Truth> read(Path data) {
        Path folder = data.resolve("truth");
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> runs = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            return runs.stream().flatMap(TruthLog::lines).map(TruthLog::parse);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.lines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Truth parse(String line) {
        try {
            return JSON.readValue(line, Truth.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("a line of the record cannot be read", broken);
        }
    }
}
