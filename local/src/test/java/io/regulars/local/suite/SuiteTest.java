package io.regulars.local.suite;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.Console;
import io.regulars.local.infrastructure.KafkaBroker;
import io.regulars.local.infrastructure.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
    @TempDir
    Path data;

    @Test
    void infrastructure_comes_up_with_databases_topics_and_keys_and_what_falls_is_raised() throws Exception {
        SuiteOptions options = SuiteOptions.in(data).on(Ports.free());
        Suite suite = new Suite(options, Console.silent());
        suite.startInfrastructure();
        PostgresServer postgres = suite.postgres();
        KafkaBroker kafka = suite.kafka();
        Supervisor supervisor = new Supervisor(List.of(postgres, kafka), Console.silent());
        supervisor.begin();

        ProcessHandle.of(postgres.process().pid()).ifPresent(ProcessHandle::destroyForcibly);

        await().atMost(Duration.ofSeconds(20)).until(() -> answers(postgres));
        assertTrue(Files.exists(options.secrets().resolve("gateway.jwk")));
        supervisor.end();
        suite.close();
        assertFalse(postgres.isRunning());
        assertFalse(kafka.isRunning());
    }

    @Test
    void another_shell_sees_who_holds_the_data() {
        SuiteOptions options = SuiteOptions.in(data).on(Ports.movedBy(7));
        assertTrue(RunningSuite.in(data).isEmpty());

        RunningSuite.claim(options);

        RunningSuite running = RunningSuite.in(data).orElseThrow();
        assertEquals(ProcessHandle.current().pid(), running.pid());
        assertEquals(5440, running.port("postgres"));
        RunningSuite.release(data);
        assertTrue(RunningSuite.in(data).isEmpty());
    }

    private static boolean answers(PostgresServer postgres) {
        try (Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl("crm"), "crm", PostgresServer.PASSWORD)) {
            return connection.isValid(1);
        } catch (java.sql.SQLException notYet) {
            return false;
        }
    }
}
