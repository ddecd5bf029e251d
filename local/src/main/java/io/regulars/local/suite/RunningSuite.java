package io.regulars.local.suite;

import io.regulars.local.process.NotStarted;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The suite that holds a data directory: a file in it tells other shells who that is and where it listens. */
public final class RunningSuite {
    private final ProcessHandle process;
    private final Properties told;

    private RunningSuite(ProcessHandle process, Properties told) {
        this.process = process;
        this.told = told;
    }

    public static Optional<RunningSuite> in(Path data) {
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(file(data))) {
            told.load(reader);
        } catch (IOException none) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(told.getProperty("pid", "0")))
                .filter(process -> startOf(process).equals(told.getProperty("started")))
                .map(process -> new RunningSuite(process, told));
    }

    static void refuseAnother(Path data) {
        in(data).ifPresent(other -> {
            throw new NotStarted("The suite in %s runs already (pid %d); stop it with ./regulars stop --data %s."
                    .formatted(data, other.pid(), data));
        });
    }

    /** Makes this JVM the holder of the data directory. */
    static void claim(SuiteOptions options) {
        Properties told = new Properties();
        told.setProperty("pid", "" + ProcessHandle.current().pid());
        told.setProperty("started", startOf(ProcessHandle.current()));
        told.setProperty("partitions", "" + options.partitions());
        for (ServiceName service : ServiceName.values()) {
            told.setProperty(service.key(), "" + options.ports().http(service));
        }
        told.setProperty("postgres", "" + options.ports().postgres());
        told.setProperty("kafka", "" + options.ports().kafka());
        told.setProperty("mail", "" + options.ports().mail());
        try {
            Files.createDirectories(file(options.data()).getParent());
            try (Writer writer = Files.newBufferedWriter(file(options.data()))) {
                told.store(writer, null);
            }
        } catch (IOException refused) {
            throw new NotStarted(
                    "Nothing can be written to " + options.data() + "; choose another folder with --data.");
        }
    }

    static void release(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public long pid() {
        return process.pid();
    }

    public int port(String whose) {
        return Integer.parseInt(told.getProperty(whose));
    }

    public int partitions() {
        return Integer.parseInt(told.getProperty("partitions"));
    }

    /** Asks it to stop and waits until it has. */
    public boolean stop(Duration patience) {
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path file(Path data) {
        return data.resolve("run/suite.properties");
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
