package io.regulars.local.command;

import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.suite.RunningSuite;
import io.regulars.local.suite.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Asks each part of a running suite how it is. */
final class RunningCheckup {
    private static final Duration SKEW = Duration.ofSeconds(1);
    private static final String SETTINGS = """
            select current_setting('server_version'), current_setting('fsync'),
                   current_setting('synchronous_commit'), current_setting('full_page_writes'), clock_timestamp()
            """;

    private final RunningSuite suite;
    private final List<Finding> findings = new ArrayList<>();

    RunningCheckup(RunningSuite suite) {
        this.suite = suite;
    }

    List<Finding> findings() {
        findings.add(Finding.well("The suite runs (pid %d).", suite.pid()));
        postgres(suite.port("postgres"));
        kafka(suite.port("kafka"), suite.partitions());
        for (ServiceName service : ServiceName.values()) service(service, suite.port(service.key()) + 1000);
        return findings;
    }

    private void service(ServiceName service, int port) {
        URI address = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3)).build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            String state = status == 200 ? "is ready" : "is not ready; " + address + " says why";
            findings.add(new Finding(status == 200, service.module() + " " + state + "."));
        } catch (IOException silent) {
            findings.add(Finding.wrong("%s does not answer on port %d.", service.module(), port));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void postgres(int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.ADMIN, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            boolean durable =
                    "on".equals(row.getString(2)) && "on".equals(row.getString(3)) && "on".equals(row.getString(4));
            findings.add(new Finding(
                    durable,
                    "PostgreSQL %s: fsync %s, synchronous_commit %s, full_page_writes %s."
                            .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
            Duration skew = Duration.between(
                            row.getTimestamp(5).toInstant(), Clock.systemUTC().instant())
                    .abs();
            findings.add(new Finding(
                    skew.compareTo(SKEW) < 0,
                    "PostgreSQL's clock is %d ms from this machine's.".formatted(skew.toMillis())));
        } catch (SQLException refused) {
            findings.add(Finding.wrong("PostgreSQL does not answer on port %d: %s", port, refused.getMessage()));
        }
    }

    private void kafka(int port, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            int nodes = admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size();
            int topics = admin.listTopics().names().get(5, TimeUnit.SECONDS).size();
            findings.add(Finding.well(
                    "Kafka answers: %d broker, %d topics, %d partitions for each kind of fact.",
                    nodes, topics, partitions));
        } catch (ExecutionException | TimeoutException refused) {
            findings.add(Finding.wrong("Kafka does not answer on port %d.", port));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
