package io.regulars.local.command;

import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.infrastructure.ProjectRoot;
import io.regulars.local.suite.Ports;
import io.regulars.local.suite.RunningSuite;
import io.regulars.local.suite.ServiceName;
import io.regulars.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Looks at the machine, the build and what runs, and finds what is not as it must be. */
final class Checkup {
    private static final long ENOUGH_DISK = 5L << 30;
    private static final Duration SKEW = Duration.ofSeconds(1);
    private static final String SETTINGS =
            """
            select current_setting('server_version'), current_setting('fsync'),
                   current_setting('synchronous_commit'), current_setting('full_page_writes'), clock_timestamp()
            """;

    private final SuiteOptions options;
    private final List<Finding> findings = new ArrayList<>();

    Checkup(SuiteOptions options) {
        this.options = options;
    }

    List<Finding> findings() {
        java();
        disk();
        build();
        Optional<RunningSuite> running = RunningSuite.in(options.data());
        if (running.isPresent()) {
            findings.add(Finding.well("The suite runs in %s (pid %d).", options.data(), running.get().pid()));
            postgres(running.get().port("postgres"));
            kafka(running.get().port("kafka"), running.get().partitions());
        } else {
            findings.add(Finding.well("Nothing runs in %s.", options.data()));
            ports();
        }
        return findings;
    }

    private void java() {
        int version = Runtime.version().feature();
        findings.add(new Finding(version >= 17, "Java is %s; 17 or later is needed.".formatted(Runtime.version())));
    }

    private void disk() {
        Path folder = options.data();
        while (!Files.exists(folder)) folder = folder.getParent();
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            findings.add(new Finding(free >= ENOUGH_DISK, "%.1f GB of disk are free at %s; 5 GB are needed."
                    .formatted(free / 1e9, folder)));
        } catch (IOException unreadable) {
            findings.add(Finding.wrong("The free disk at %s cannot be read: %s", folder, unreadable.getMessage()));
        }
        if (!Files.isWritable(folder)) findings.add(Finding.wrong("%s is not writable.", folder));
    }

    private void build() {
        Path root = ProjectRoot.find();
        List<String> missing = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) missing.add(service.module());
        }
        findings.add(
                missing.isEmpty()
                        ? Finding.well("All four services are built.")
                        : Finding.wrong("Not built: %s; ./mvnw -DskipTests package builds.", String.join(", ", missing)));
    }

    private void ports() {
        List<Ports.Taken> taken = options.ports().taken();
        if (taken.isEmpty()) findings.add(Finding.well("All %d ports are free.", options.ports().all().size()));
        for (Ports.Taken port : taken) {
            findings.add(Finding.wrong("Port %d, wanted for %s, is held by %s; %s chooses another.",
                    port.port(), port.whose(), PortHolder.of(port.port()), port.option()));
        }
    }

    private void postgres(int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection =
                        DriverManager.getConnection(url, PostgresServer.ADMIN, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            boolean durable = "on".equals(row.getString(2)) && "on".equals(row.getString(3)) && "on".equals(row.getString(4));
            findings.add(new Finding(durable, "PostgreSQL %s: fsync %s, synchronous_commit %s, full_page_writes %s."
                    .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
            Duration skew = Duration.between(row.getTimestamp(5).toInstant(), Clock.systemUTC().instant()).abs();
            findings.add(new Finding(skew.compareTo(SKEW) < 0, "PostgreSQL's clock is %d ms from this machine's."
                    .formatted(skew.toMillis())));
        } catch (SQLException refused) {
            findings.add(Finding.wrong("PostgreSQL does not answer on port %d: %s", port, refused.getMessage()));
        }
    }

    private void kafka(int port, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            int nodes = admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size();
            int topics = admin.listTopics().names().get(5, TimeUnit.SECONDS).size();
            findings.add(Finding.well(
                    "Kafka answers: %d broker, %d topics, %d partitions for each kind of fact.", nodes, topics, partitions));
        } catch (ExecutionException | TimeoutException refused) {
            findings.add(Finding.wrong("Kafka does not answer on port %d.", port));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
