package io.regulars.local.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    static Path folder;

    @Test
    void a_frozen_process_lives_and_can_be_stopped() {
        ChildProcess child = sleeper();

        child.freeze();
        assertTrue(child.isAlive());
        child.stop(Duration.ofSeconds(5));

        assertFalse(child.isAlive());
        assertEquals(143, child.exit().join());
    }

    @Test
    void a_process_that_will_not_stop_is_killed() {
        ChildProcess stubborn = start("stubborn", "trap '' TERM; echo deaf; while :; do sleep 1; done");
        await().until(() -> stubborn.lastWords().contains("deaf"));

        stubborn.stop(Duration.ofMillis(200));

        assertEquals(137, stubborn.exit().join());
    }

    @Test
    void children_end_when_their_parent_is_killed() throws Exception {
        Process parent = new ProcessBuilder(
                        Launch.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.resolve("orphan.log").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long child = Long.parseLong(new BufferedReader(new InputStreamReader(parent.getInputStream())).readLine());
        assertTrue(ProcessHandle.of(child).isPresent());

        parent.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    /** Starts a child, tells its pid and waits to be killed. */
    public static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) {
            Launch sleeping =
                    new Launch("orphan", List.of("sleep", "600"), Map.of(), Path.of("/"), Path.of(arguments[0]));
            System.out.println(ChildProcess.start(sleeping).pid());
            new java.util.concurrent.CompletableFuture<Void>().join();
        }
    }

    private static ChildProcess sleeper() {
        return start("sleeper", "exec sleep 600");
    }

    private static ChildProcess start(String name, String script) {
        return ChildProcess.start(
                new Launch(name, List.of("sh", "-c", script), Map.of(), folder, folder.resolve(name + ".log")));
    }
}
