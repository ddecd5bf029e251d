package io.regulars.local.check;

import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.process.ProjectRoot;
import io.regulars.local.suite.RunningSuite;
import io.regulars.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What is checked, and how long it may take to come to rest.
 *
 * @param data holds the callers' record under {@code truth}
 * @param programme the programme's document
 */
public record CheckOptions(
        String kafka,
        String databaseHost,
        int databasePort,
        String databasePassword,
        Path data,
        Path programme,
        String currency,
        String zone,
        Duration patience) {

    private static final String PROGRAMME = "loyalty-service/src/main/resources/programme/default.yaml";

    /** The suite on this machine: where it runs now, or where these options say. */
    public static CheckOptions of(SuiteOptions suite) {
        var running = RunningSuite.in(suite.data());
        int kafka = running.map(told -> told.port("kafka")).orElse(suite.ports().kafka());
        int postgres =
                running.map(told -> told.port("postgres")).orElse(suite.ports().postgres());
        return new CheckOptions(
                "127.0.0.1:" + kafka,
                "127.0.0.1",
                postgres,
                PostgresServer.PASSWORD,
                suite.data(),
                ProjectRoot.find().resolve(PROGRAMME),
                suite.currency(),
                suite.zone(),
                Duration.ZERO);
    }

    public CheckOptions waiting(Duration other) {
        return new CheckOptions(
                kafka, databaseHost, databasePort, databasePassword, data, programme, currency, zone, other);
    }

    /** Servers that run elsewhere, where REGULARS_* variables name them. */
    public CheckOptions in(Map<String, String> environment) {
        return new CheckOptions(
                environment.getOrDefault("REGULARS_KAFKA", kafka),
                environment.getOrDefault("REGULARS_DB_HOST", databaseHost),
                Integer.parseInt(environment.getOrDefault("REGULARS_DB_PORT", "" + databasePort)),
                environment.getOrDefault("REGULARS_DB_PASSWORD", databasePassword),
                data,
                programme,
                environment.getOrDefault("REGULARS_CURRENCY", currency),
                environment.getOrDefault("REGULARS_ZONE", zone),
                patience);
    }
}
