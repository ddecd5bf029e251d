package io.regulars.gateway.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only a raw socket can do wrong. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class SlowAndOversizeTest {

    private static String key;

    @TestHTTPResource("/")
    URL gateway;

    @Test
    void a_body_that_drips_is_cut_off() throws IOException {
        try (Socket till = opened("Content-Length: 1000")) {
            write(till, "{\"store\":");
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> isCutOff(till));
        }
    }

    @Test
    void headers_that_drip_are_cut_off() throws IOException {
        try (Socket anybody = new Socket(gateway.getHost(), gateway.getPort())) {
            write(anybody, "GET /v1/time HTTP/1.1\r\nX-Slow: ");
            long started = System.nanoTime();
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> isCutOff(anybody));
            assertTrue(System.nanoTime() - started > 900_000_000, "cut off before its time");
        }
    }

    @Test
    void headers_in_pieces_pauses_between_requests_and_later_drips_are_told_apart() throws Exception {
        try (Socket anybody = new Socket(gateway.getHost(), gateway.getPort())) {
            for (int i = 0; i < 2; i++) {
                for (String piece : List.of("GET /v1/ti", "me HTTP/1.1\r\nHo", "st: x\r\n\r\n")) {
                    write(anybody, piece);
                    Thread.sleep(100);
                }
                assertTrue(answer(anybody).startsWith("HTTP/1.1 200"));
                Thread.sleep(1_300);
            }
            write(anybody, "GET /v1/time HTTP/1.1\r\nX-Slow: ");
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> isCutOff(anybody));
        }
    }

    @Test
    void a_declared_length_over_the_limit_is_refused_before_a_byte_of_it() throws IOException {
        try (Socket till = opened("Content-Length: 262145")) {
            assertTrue(answer(till).startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void an_upload_may_declare_what_an_upload_may_be() throws IOException {
        for (String upload : List.of("PUT /v1/products", "POST /v1/opening-balances?dryRun=true")) {
            for (int length : List.of(300_000, (4 << 20) + 1)) {
                try (Socket anybody = new Socket(gateway.getHost(), gateway.getPort())) {
                    write(anybody, upload + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n");
                    assertTrue(answer(anybody).startsWith(length == 300_000 ? "HTTP/1.1 401" : "HTTP/1.1 413"), upload);
                }
            }
        }
    }

    @Test
    void chunks_over_the_limit_are_refused_while_they_come() throws IOException {
        try (Socket till = opened("Transfer-Encoding: chunked")) {
            String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
            for (int i = 0; i < 9; i++) write(till, chunk);
            String answer = answer(till);
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.toLowerCase().contains("connection: close"), answer);
        }
    }

    @Test
    void a_body_of_no_type_is_heard_out_before_it_is_refused() throws IOException {
        try (Socket till = opened("Content-Length: 4", "X-No-Type: x");
                Socket another = opened("Content-Length: 2")) {
            write(till, "{}");
            write(another, "{}");
            assertTrue(answer(another).startsWith("HTTP/1.1 422"));
            assertEquals(0, till.getInputStream().available());
            write(till, "  ");
            assertTrue(answer(till).startsWith("HTTP/1.1 415"));
        }
    }

    @Test
    void a_body_in_chunks_of_a_byte_is_read_like_any_other() throws IOException {
        try (Socket till = opened("Transfer-Encoding: chunked")) {
            String bytes = "1\r\n \r\n".repeat(64 << 10);
            write(till, bytes + "0\r\n\r\n");
            String answer = answer(till);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
    }

    @Test
    void a_till_that_hangs_up_in_mid_body_leaves_nothing_behind() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (Socket till = opened("Content-Length: 200000")) {
                write(till, "{\"store\":\"" + "x".repeat(100_000));
            }
        }
        try (Socket till = opened("Content-Length: 2")) {
            write(till, "{}");
            assertTrue(answer(till).startsWith("HTTP/1.1 422"));
        }
    }

    @Test
    void a_length_that_is_no_number_is_refused() throws IOException {
        try (Socket till = opened("Content-Length: 12x")) {
            assertTrue(answer(till).startsWith("HTTP/1.1 400"));
        }
    }

    @Test
    void disguised_paths_lead_nowhere() throws IOException {
        for (String path : List.of(
                "//v1/time",
                "/v1/./time",
                "/v1/x/../time",
                "/v1/time;a=b",
                "/v1%2ftime",
                "/internal/journal/0",
                "/v1/time%00",
                "/v1\\time",
                "/q/health")) {
            try (Socket anybody = new Socket(gateway.getHost(), gateway.getPort())) {
                write(anybody, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
                String answer = answer(anybody);
                assertTrue(
                        answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"), path + ": " + answer);
            }
        }
    }

    private Socket opened(String header) throws IOException {
        return opened(header, "Content-Type: application/json");
    }

    private Socket opened(String header, String type) throws IOException {
        if (key == null) key = Callers.storeKey(List.of("S-001"), "record");
        Socket till = new Socket(gateway.getHost(), gateway.getPort());
        till.setSoTimeout(15_000);
        write(
                till,
                "POST /v1/purchases HTTP/1.1\r\nHost: x\r\nAuthorization: " + key + "\r\n" + type + "\r\n" + header
                        + "\r\n\r\n");
        return till;
    }

    private static boolean isCutOff(Socket till) {
        try {
            write(till, " ");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static void write(Socket till, String text) throws IOException {
        till.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        till.getOutputStream().flush();
    }

    private static String answer(Socket till) throws IOException {
        InputStream in = till.getInputStream();
        byte[] buffer = new byte[16_384];
        int length = in.read(buffer);
        assertTrue(length > 0, "no answer");
        assertEquals('H', buffer[0]);
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }
}
