package io.regulars.gateway.intake;

import static io.regulars.gateway.intake.RawTill.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.testing.TopicOperator;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

    private static RawTill till;

    @TestHTTPResource("/v1/purchases")
    URL purchases;

    @BeforeEach
    void aTill() {
        if (till == null) till = new RawTill(purchases.toString());
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
    void bad_input_is_refused_and_leaves_nothing(String what, String body, int status, String code) throws Exception {
        Map<Integer, Long> before = TopicOperator.ends(Topic.INTAKE);

        assertProblem(status, code, till.send(body));

        assertEquals(before, TopicOperator.ends(Topic.INTAKE));
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
    void a_body_of_no_type_is_refused_and_leaves_nothing() throws Exception {
        Map<Integer, Long> before = TopicOperator.ends(Topic.INTAKE);
        String good = Receipts.anotherPurchase();

        assertProblem(415, "unsupported_media_type", till.sendUntyped(good));
        RawTill batch = new RawTill(purchases + "/batch");
        assertProblem(415, "unsupported_media_type", batch.sendUntyped("[" + good + "]"));

        assertEquals(before, TopicOperator.ends(Topic.INTAKE));
    }

    @Test
    void a_body_over_the_limit_is_refused_with_and_without_its_length() throws Exception {
        String body = Receipts.purchase(p -> p.put("channel", "x".repeat(300 << 10)));
        assertProblem(413, "too_large", till.send(body));
        assertProblem(413, "too_large", till.sendWithoutLength(body));
    }

    private static HttpResponse<byte[]> send(String body, UnaryOperator<HttpRequest.Builder> change) throws Exception {
        return till.send(BodyPublishers.ofString(body), change);
    }
}
