package io.regulars.local.infrastructure;

import io.regulars.local.process.ChildProcess;
import io.regulars.local.process.Launch;
import io.regulars.local.process.NotStarted;
import io.regulars.local.process.Part;
import io.regulars.local.process.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A real PostgreSQL on loopback that keeps its data, with every promise about durability switched on. */
public final class PostgresServer implements Part, AutoCloseable {
    public static final String ADMIN = "postgres";
    public static final String PASSWORD = "regulars";
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Properties SETTINGS = settings();

    private final Path data;
    private final Path log;
    private final int port;
    private ChildProcess process;
    private boolean wanted;

    /** @param folder holds {@code data/} and {@code postgres.log} */
    public PostgresServer(Path folder, int port) {
        this(folder.resolve("data"), folder.resolve("postgres.log"), port);
    }

    public PostgresServer(Path data, Path log, int port) {
        this.data = data.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
    }

    public synchronized PostgresServer start() {
        wanted = true;
        if (isRunning()) return this;
        if (!Files.exists(data.resolve("PG_VERSION"))) createCluster();
        List<String> words = new ArrayList<>(List.of(program("postgres"), "-D", data.toString(), "-p", "" + port));
        SETTINGS.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        process = ChildProcess.start(launch(words, log), "QUIT");
        boolean ready = Patience.until(PATIENCE, Duration.ofMillis(10), () -> isReady() || !process.isAlive());
        if (!ready || !process.isAlive()) {
            process.stop("QUIT", Duration.ofSeconds(5));
            throw new NotStarted("PostgreSQL did not start on port " + port + "; it said:\n" + process.lastWords());
        }
        return this;
    }

    private static Properties settings() {
        Properties settings = new Properties();
        try (InputStream file = PostgresServer.class.getResourceAsStream("postgres.properties")) {
            settings.load(file);
            return settings;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void createCluster() {
        try {
            Files.createDirectories(data);
            Path secret = Files.writeString(data.resolveSibling("initdb.password"), PASSWORD + "\n");
            Unprivileged.own(data);
            List<String> words = List.of(
                    program("initdb"),
                    "-D",
                    data.toString(),
                    "-U",
                    ADMIN,
                    "--pwfile=" + secret,
                    "--encoding=UTF8",
                    "--auth=scram-sha-256",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            ChildProcess initdb = ChildProcess.start(launch(words, log.resolveSibling("initdb.log")));
            int code = initdb.exit().join();
            Files.delete(secret);
            if (code != 0) throw new NotStarted("PostgreSQL's data could not be created:\n" + initdb.lastWords());
        } catch (IOException refused) {
            throw new UncheckedIOException("no data directory at " + data, refused);
        }
    }

    private Launch launch(List<String> words, Path output) {
        return new Launch("PostgreSQL", Unprivileged.words(words), Map.of("LC_ALL", "C"), data, output);
    }

    /** The postmaster writes the port and, last, its state into its own pid file. */
    private boolean isReady() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > 7
                    && lines.get(7).strip().equals("ready")
                    && lines.get(0).equals("" + process.pid());
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String program(String name) {
        return PostgresBinaries.folder().resolve("bin").resolve(name).toString();
    }

    public int port() {
        return port;
    }

    public String host() {
        return HOST;
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public synchronized boolean hasFallen() {
        return wanted && process != null && !process.isAlive();
    }

    @Override
    public void revive() {
        start();
    }

    public ChildProcess process() {
        return process;
    }

    public Databases databases() {
        return new Databases(HOST, port, ADMIN, PASSWORD);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** As after a power cut: nothing is written down any more, recovery follows at the next start. */
    public synchronized void stopImmediately() {
        wanted = false;
        if (process != null) process.stop("QUIT", PATIENCE);
    }

    public synchronized void stop() {
        wanted = false;
        if (process != null) process.stop("INT", PATIENCE);
    }

    @Override
    public void close() {
        stop();
    }
}
