package io.regulars.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of ours: it can be stopped, killed, frozen and thawed, and never outlives this JVM. */
public final class ChildProcess {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Launch launch;
    private final Process process;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    public static ChildProcess start(Launch launch) {
        return start(launch, "KILL");
    }

    /** @param lastSignal what it gets should this JVM vanish */
    public static ChildProcess start(Launch launch, String lastSignal) {
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            keepPreviousLog(launch.log());
            ProcessBuilder builder = new ProcessBuilder(
                            inOwnSession(launch.words().toArray(String[]::new)))
                    .directory(launch.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(launch.log().toFile());
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            Watchdog.guard(process.pid(), lastSignal);
            process.onExit().thenRun(() -> Watchdog.leave(process.pid()));
            return new ChildProcess(launch, process);
        } catch (IOException refused) {
            throw new UncheckedIOException(launch.name() + " could not be started", refused);
        }
    }

    /** A session of its own, so that Ctrl-C reaches us alone and we stop the others in order. */
    static List<String> inOwnSession(String... words) {
        List<String> all = new ArrayList<>();
        if (Files.isExecutable(SETSID)) all.add(SETSID.toString());
        all.addAll(List.of(words));
        return all;
    }

    public String name() {
        return launch.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public void kill() {
        signal("KILL");
        awaitExit(Duration.ofSeconds(10));
    }

    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    /** Asks it to end, and ends it when it has not within the patience given. */
    public void stop(Duration patience) {
        stop("TERM", patience);
    }

    public void stop(String signal, Duration patience) {
        signal(signal);
        signal("CONT");
        if (!awaitExit(patience)) kill();
    }

    private void signal(String signal) {
        if (!process.isAlive()) return;
        try {
            new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + pid())
                    .start()
                    .waitFor();
        } catch (IOException refused) {
            throw new UncheckedIOException("no signal reached " + name(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitExit(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** The last lines it wrote, for the sentence that says why it did not start. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(launch.log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException unreadable) {
            return "(nothing readable in " + launch.log() + ")";
        }
    }

    private static void keepPreviousLog(Path log) throws IOException {
        if (!Files.exists(log)) return;
        Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
}
