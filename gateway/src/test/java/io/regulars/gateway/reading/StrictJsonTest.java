package io.regulars.gateway.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.events.Purchase;
import io.regulars.events.Touchpoint;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.routing.MemberStatusResource;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @BeforeAll
    static void readOnce() {
        read(Receipts.purchase(), new Flaws());
    }

    static Stream<String> malformed() {
        String good = Receipts.purchase();
        return Stream.of(
                "",
                "   ",
                "{",
                good.substring(0, good.length() / 2),
                good + "x",
                good + good,
                "{\"store\":\"a\",\"store\":\"b\"}",
                "{\"customer\":{\"card\":\"1\",\"card\":\"1\"}}",
                "{'store':'a'}",
                "{\"store\":\"a\",}",
                "{\"total\":01}",
                "{\"total\":1e}",
                "{\"store\":\"\u0001\"}",
                "{\"extra\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"extra\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}",
                "{\"store\":\"" + "x".repeat(1 << 20) + "\"}",
                "{\"" + "x".repeat(1_000) + "\":1}",
                "{\"total\":" + "9".repeat(100_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_not_json_we_take_is_malformed_at_once(String body) {
        Refusal refusal =
                assertTimeout(Duration.ofMillis(50), () -> assertThrows(Refusal.class, () -> read(body, new Flaws())));
        assertEquals(Code.MALFORMED_JSON, refusal.problem().code());
    }

    @Test
    void broken_utf8_is_malformed() {
        byte[] body = "{\"store\":\"a?\"}".getBytes(StandardCharsets.UTF_8);
        body[11] = (byte) 0xff;
        assertThrows(Refusal.class, () -> StrictJson.read(body, Purchase.class, new Flaws()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1.5",
                "NaN",
                "Infinity",
                "9223372036854775808",
                "-9223372036854775809",
                "\"1\"",
                "1e3",
                "1e1000000000",
                "true",
                "[1]",
                "{\"a\":1}"
            })
    void only_whole_numbers_are_amounts(String amount) {
        Flaws flaws = new Flaws();
        assertTimeout(Duration.ofMillis(50), () -> read("{\"total\":" + amount + "}", flaws));
        assertEquals("/total", flaws.problem().errors().get(0).pointer());
        assertEquals(Code.INVALID, flaws.problem().code());
    }

    @Test
    void a_word_that_is_none_of_the_choices_is_told_them_and_the_rest_is_read() {
        Flaws flaws = new Flaws();
        byte[] body = "{\"status\":\"new\",\"extra\":1}".getBytes(StandardCharsets.UTF_8);
        StrictJson.read(body, MemberStatusResource.Wanted.class, flaws);
        Problem.Flaw first = flaws.problem().errors().get(0);
        assertEquals("/status", first.pointer());
        assertEquals("must be active, blocked, closed or deceased", first.detail());
        assertEquals("/extra", flaws.problem().errors().get(1).pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null", "true"})
    void the_body_is_one_object(String body) {
        Flaws flaws = new Flaws();
        read(body, flaws);
        assertEquals("", flaws.problem().errors().get(0).pointer());
    }

    @Test
    void lists_hold_no_holes_and_no_strangers() {
        assertFlawAt("/lines/0", "{\"lines\":[null]}");
        assertFlawAt("/lines/1", "{\"lines\":[{\"amount\":1},5]}");
        assertFlawAt("/lines", "{\"lines\":{}}");
        assertFlawAt("/lines/0/labels/0", "{\"lines\":[{\"labels\":[null]}]}");
        assertFlawAt("/customer", "{\"customer\":\"ana\"}");
    }

    @Test
    void quantities_are_numbers_or_their_text() {
        Purchase purchase =
                read("{\"lines\":[{\"quantity\":\"0.250\"},{\"quantity\":1e2},{\"quantity\":2}]}", new Flaws());
        assertEquals(new BigDecimal("0.25"), purchase.lines().get(0).quantity());
        assertEquals(new BigDecimal("100"), purchase.lines().get(1).quantity());
    }

    @Test
    void a_null_is_as_good_as_nothing() {
        Flaws flaws = new Flaws();
        Purchase purchase = read("{\"tip\":null,\"customer\":null,\"lines\":null,\"training\":null}", flaws);
        assertNotNull(purchase);
        assertTrue(flaws.none());
    }

    @Test
    void free_data_keeps_its_shape() {
        byte[] json = Receipts.touchpoint(t -> {}).getBytes(StandardCharsets.UTF_8);
        Touchpoint touchpoint = StrictJson.read(json, Touchpoint.class, new Flaws());
        assertEquals(4.5, touchpoint.data().get("seconds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-Infinity", "1e400", "[1.5,NaN]"})
    void free_json_holds_no_number_that_json_cannot_write(String number) {
        Flaws flaws = new Flaws();
        byte[] body = ("{\"a/b\":{\"c\":" + number + "},\"d\":1.5}").getBytes(StandardCharsets.UTF_8);
        StrictJson.read(body, JsonNode.class, flaws);
        String at = number.startsWith("[") ? "/a~1b/c/1" : "/a~1b/c";
        assertEquals(1, flaws.problem().errors().size());
        assertEquals(at, flaws.problem().errors().get(0).pointer());
    }

    private static void assertFlawAt(String pointer, String body) {
        Flaws flaws = new Flaws();
        read(body, flaws);
        assertEquals(pointer, flaws.problem().errors().get(0).pointer());
    }

    private static Purchase read(String body, Flaws flaws) {
        return StrictJson.read(body.getBytes(StandardCharsets.UTF_8), Purchase.class, flaws);
    }
}
