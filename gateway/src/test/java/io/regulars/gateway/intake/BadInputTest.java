package io.regulars.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.http.Problem;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Listener;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class BadInputTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static String key;

    @TestHTTPResource("/v1/purchases")
    URL purchases;

    @BeforeEach
    void aTill() throws Exception {
        if (key != null) return;
        key = Callers.storeKey(List.of("S-001"), "record");
        for (int i = 0; i < 50; i++) send(Receipts.purchase(p -> p.put("total", -1)), request -> request);
    }

    static List<Arguments> bad() {
        String good = Receipts.purchase();
        List<Arguments> bad = new ArrayList<>();
        bad.add(Arguments.of("malformed", "{\"store\" \"S\"}", 400, "malformed_json"));
        bad.add(Arguments.of("truncated", good.substring(0, 200), 400, "malformed_json"));
        bad.add(Arguments.of("empty", "", 400, "malformed_json"));
        bad.add(Arguments.of("trailing garbage", good + "]", 400, "malformed_json"));
        bad.add(Arguments.of("duplicate key", good.replace("\"tip\":0", "\"tip\":0,\"tip\":0"), 400, "malformed_json"));
        bad.add(Arguments.of("10,000 deep", "[".repeat(10_000) + "]".repeat(10_000), 400, "malformed_json"));
        bad.add(Arguments.of("long string", good.replace("A1", "x".repeat(200_000)), 400, "malformed_json"));
        bad.add(Arguments.of("1 MB string", good.replace("A1", "x".repeat(1 << 20)), 413, "too_large"));
        bad.add(Arguments.of("100,000 digits", good.replace("2599", "9".repeat(100_000)), 400, "malformed_json"));
        bad.add(Arguments.of("huge exponent", good.replace("2599", "1e1000000000"), 422, "invalid"));
        bad.add(Arguments.of("negative", good.replace("2599", "-2599"), 422, "invalid"));
        bad.add(Arguments.of("float", good.replace("2599", "25.99"), 422, "invalid"));
        bad.add(Arguments.of("NaN", good.replace("2599", "NaN"), 422, "invalid"));
        bad.add(Arguments.of("2^63", good.replace("2599", "9223372036854775808"), 422, "invalid"));
        bad.add(Arguments.of("text for money", good.replace("2599", "\"2599\""), 422, "invalid"));
        bad.add(Arguments.of("lines that do not sum", good.replace("1599", "1598"), 422, "total_mismatch"));
        bad.add(Arguments.of("unknown currency", good.replace("USD", "XXY"), 422, "currency_not_accepted"));
        bad.add(Arguments.of("unknown field", good.replace("\"tip\"", "\"points\":5,\"tip\""), 422, "invalid"));
        bad.add(Arguments.of("control character", good.replace("000123", "00\\u00001"), 422, "invalid"));
        bad.add(Arguments.of("zero width", good.replace("000123", "00\u200b1"), 422, "invalid"));
        bad.add(Arguments.of(
                "beyond the skew",
                good.replace(
                        "2026-11-21T10:15:00Z",
                        Instant.now().plusSeconds(90_000).toString()),
                422,
                "clock_skew"));
        return bad;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void bad_input_is_refused_quickly_and_leaves_nothing(String what, String body, int status, String code)
            throws Exception {
        int before = Listener.all(Topic.INTAKE).size();

        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            long started = System.nanoTime();
            assertProblem(status, code, send(body, request -> request));
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            best = took.compareTo(best) < 0 ? took : best;
        }

        assertTrue(best.toMillis() < 50, what + " took " + best);
        assertEquals(before, Listener.all(Topic.INTAKE).size());
    }

    @Test
    void the_wrong_type_or_encoding_is_refused() throws Exception {
        String good = Receipts.purchase();
        for (String type :
                List.of("text/plain", "application/xml", "multipart/form-data; boundary=x", "application/json5")) {
            assertProblem(
                    415, "unsupported_media_type", send(good, request -> request.setHeader("Content-Type", type)));
        }
        assertProblem(
                415, "unsupported_media_type", send(good, request -> request.setHeader("Content-Encoding", "gzip")));
    }

    @Test
    void a_body_over_the_limit_is_refused_with_and_without_its_length() throws Exception {
        byte[] body =
                Receipts.purchase(p -> p.put("channel", "x".repeat(300 << 10))).getBytes();
        assertProblem(413, "too_large", send(BodyPublishers.ofByteArray(body), request -> request));
        BodyPublisher unknownLength = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
        assertProblem(413, "too_large", send(unknownLength, request -> request));
    }

    @Test
    void a_thousand_large_bodies_leave_memory_flat() throws Exception {
        String body = "{\"store\":\"" + "x".repeat(200_000) + "\"}";
        long before = usedAfterCollection();
        for (int i = 0; i < 1_000; i++) send(body, request -> request);
        assertTrue(usedAfterCollection() - before < 64 << 20);
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void assertProblem(int status, String code, HttpResponse<byte[]> answer) {
        assertEquals(status, answer.statusCode());
        assertEquals(List.of(Problem.MEDIA_TYPE), answer.headers().map().get("content-type"));
        Map<?, ?> problem = Json.read(answer.body(), Map.class);
        assertEquals(code, problem.get("code"));
        assertEquals(status, problem.get("status"));
    }

    private HttpResponse<byte[]> send(String body, UnaryOperator<HttpRequest.Builder> change)
            throws IOException, InterruptedException {
        return send(BodyPublishers.ofString(body), change);
    }

    private HttpResponse<byte[]> send(BodyPublisher body, UnaryOperator<HttpRequest.Builder> change)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(purchases.toString()))
                .header("Authorization", key)
                .header("Content-Type", "application/json")
                .POST(body);
        return HTTP.send(change.apply(request).build(), BodyHandlers.ofByteArray());
    }
}
