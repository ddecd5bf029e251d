package io.regulars.local.infrastructure;

import io.regulars.local.process.ChildProcess;
import io.regulars.local.process.NotStarted;
import io.regulars.local.process.Part;
import io.regulars.local.process.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** A real PostgreSQL on loopback that keeps its data, with every promise about durability switched on. */
public final class PostgresServer extends Part implements AutoCloseable {
    public static final String ADMIN = "postgres";
    public static final String PASSWORD = "regulars";
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Properties SETTINGS = settings();

    private final Path data;
    private final Path log;
    private final int port;

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
        want();
        if (isRunning()) return this;
        PostgresPrograms programs = new PostgresPrograms(data, log);
        if (!Files.exists(data.resolve("PG_VERSION"))) programs.createCluster(ADMIN, PASSWORD);
        ChildProcess process = runAs(programs.serve(port, SETTINGS));
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

    /** The postmaster writes the port and, last, its state into its own pid file. */
    private boolean isReady() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > 7
                    && lines.get(7).strip().equals("ready")
                    && lines.get(0).equals("" + process().pid());
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String host() {
        return HOST;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void revive() {
        start();
    }

    public Databases databases() {
        return new Databases(HOST, port, ADMIN, PASSWORD, new Databases.Passwords(PASSWORD, PASSWORD));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** As after a power cut: nothing is written down any more, recovery follows at the next start. */
    public synchronized void stopImmediately() {
        end(process -> process.stop("QUIT", PATIENCE));
    }

    public synchronized void stop() {
        end(process -> process.stop("INT", PATIENCE));
    }

    @Override
    public void close() {
        stop();
    }
}
