package io.regulars.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegularsTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void stopping_what_does_not_run_is_no_error() {
        assertEquals(0, regulars("stop", "--data", data.toString()));
        assertEquals("Nothing runs in " + data + ".\n", said());
    }

    @Test
    void a_token_is_one_line_of_three_parts() {
        assertEquals(0, regulars("token", "--role", "support,ops", "--data", data.toString()));
        assertTrue(said().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n"), said());
    }

    @Test
    void the_doctor_names_the_holder_of_a_port() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = regulars("doctor", "--data", data.toString(), "--mail-port", "" + other.getLocalPort());

            assertEquals(1, code);
            String expected = "Port " + other.getLocalPort() + ", wanted for the mail catcher's page, is held by ";
            assertTrue(said().contains(expected), said());
            assertTrue(said().contains("--mail-port chooses another"), said());
        }
    }

    private int regulars(String... arguments) {
        return Regulars.run(Console.writingTo(new PrintStream(said, true, StandardCharsets.UTF_8)), arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
