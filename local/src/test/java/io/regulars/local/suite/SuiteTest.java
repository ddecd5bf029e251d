package io.regulars.local.suite;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.Console;
import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.process.ChildProcess;
import io.regulars.local.process.Launch;
import io.regulars.local.process.NotStarted;
import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
    private static final String UP = "Everything is up.";

    @TempDir
    Path data;

    @Test
    void infrastructure_comes_up_what_falls_is_raised_and_ctrl_c_leaves_nothing_behind() throws Exception {
        Ports ports = Ports.free();
        SuiteOptions options = SuiteOptions.in(data).on(ports);
        ChildProcess shell = aShellThatStarts(data, ports.mail() - new Ports().mail());
        await().atMost(Duration.ofSeconds(60)).until(() -> shell.lastWords().contains(UP));
        assertTrue(Files.exists(options.secrets().resolve("gateway.jwk")));

        long postmaster = postmaster();
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(20)).until(() -> postmaster() != postmaster && answers(ports.postgres()));
        List<ProcessHandle> all =
                ProcessHandle.of(shell.pid()).orElseThrow().descendants().toList();
        assertTrue(all.size() > 2, all::toString);
        pressCtrlC(shell);

        assertEquals(130, shell.exit().get(60, TimeUnit.SECONDS));
        await().atMost(Duration.ofSeconds(5)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        assertTrue(RunningSuite.in(data).isEmpty());
        assertEquals(List.of(), ports.taken());
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

    @Test
    void a_port_that_is_taken_is_a_sentence_and_nothing_is_started() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int offset = other.getLocalPort() - new Ports().http(ServiceName.CRM);
            Suite suite = new Suite(SuiteOptions.in(data).on(Ports.movedBy(offset)), Console.silent());

            NotStarted refused = assertThrows(NotStarted.class, suite::startInfrastructure);

            String sentence = "Port %d, wanted for crm-service, is taken".formatted(other.getLocalPort());
            assertTrue(refused.getMessage().startsWith(sentence), refused.getMessage());
            assertFalse(Files.exists(data.resolve("postgres")));
        }
    }

    /** What {@code ./regulars up} does, without the services, which are built later than this test. */
    public static final class Shell {
        private Shell() {}

        public static void main(String[] arguments) {
            SuiteOptions options =
                    SuiteOptions.in(Path.of(arguments[0])).on(Ports.movedBy(Integer.parseInt(arguments[1])));
            Suite suite = new Suite(options, Console.terminal());
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
            suite.startInfrastructure();
            new Supervisor(List.of(suite.postgres(), suite.kafka()), Console.terminal()).begin();
            Console.terminal().say(UP);
            new CompletableFuture<Void>().join();
        }
    }

    /** In a session of its own as in a terminal, and with Ctrl-C as a terminal has it, whoever runs this test. */
    private static ChildProcess aShellThatStarts(Path data, int offset) {
        List<String> words = List.of(
                "env",
                "--default-signal=INT",
                Launch.java(),
                "-XX:TieredStopAtLevel=1",
                "-Dregulars.home=" + ProjectRoot.find(),
                "-cp",
                System.getProperty("java.class.path"),
                Shell.class.getName(),
                data.toString(),
                "" + offset);
        return ChildProcess.start(new Launch("shell", words, Map.of(), data, data.resolve("shell.log")));
    }

    /** A terminal signals everybody in the foreground group. */
    private static void pressCtrlC(ChildProcess shell) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -s INT -- -" + shell.pid()).start().waitFor();
    }

    private long postmaster() throws IOException {
        Path file = data.resolve("postgres/postmaster.pid");
        return Files.exists(file) ? Long.parseLong(Files.readAllLines(file).get(0)) : 0;
    }

    private static boolean answers(int port) {
        String crm = "jdbc:postgresql://127.0.0.1:" + port + "/crm";
        try (Connection connection = DriverManager.getConnection(crm, "crm", PostgresServer.PASSWORD)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
