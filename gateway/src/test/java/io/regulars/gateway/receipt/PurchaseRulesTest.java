package io.regulars.gateway.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.events.Purchase;
import io.regulars.gateway.reading.StrictJson;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PurchaseRulesTest {

    private static final Circumstances NOW = new Circumstances(Instant.parse("2026-11-21T12:00:00Z"), "USD");

    @Test
    void the_purchase_of_the_contract_is_in_order() {
        assertTrue(judged(Receipts.purchase()).none());
    }

    @Test
    void what_was_typed_as_an_address_or_a_number_never_refuses_a_receipt() {
        String purchase = Receipts.purchase(p -> p.putObject("customer")
                .put("email", "ana at example")
                .put("phone", "call me")
                .put("device", "app-5f1c")
                .put("cookie", "c-88a0"));
        assertTrue(judged(purchase).none());
        assertTrue(judged(Receipts.purchase(p -> p.putObject("customer").put("email", "")))
                .none());
    }

    @Test
    void only_the_natural_key_the_time_and_the_total_are_needed() {
        Flaws flaws = judged("""
                {"store":"S-001","terminal":"T-1","receipt":"1","businessDate":"2026-11-21",
                 "occurredAt":"2026-11-21T10:15:00Z","currency":"USD","total":0}
                """);
        assertTrue(flaws.none());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                bad(Code.INVALID, "/store", p -> p.remove("store")),
                bad(Code.INVALID, "/store", p -> p.put("store", "")),
                bad(Code.INVALID, "/store", p -> p.put("store", "x".repeat(65))),
                bad(Code.INVALID, "/store", p -> p.put("store", "S\u0000001")),
                bad(Code.INVALID, "/terminal", p -> p.put("terminal", "T\u200b1")),
                bad(Code.INVALID, "/receipt", p -> p.put("receipt", "а123")),
                bad(Code.INVALID, "/receipt", p -> p.put("receipt", "1\u202e2")),
                bad(Code.INVALID, "/channel", p -> p.put("channel", "sto\nre")),
                bad(Code.INVALID, "/businessDate", p -> p.put("businessDate", "2026-02-30")),
                bad(Code.INVALID, "/businessDate", p -> p.put("businessDate", 20261121)),
                bad(Code.INVALID, "/occurredAt", p -> p.put("occurredAt", "2026-11-21T10:15:00")),
                bad(Code.INVALID, "/occurredAt", p -> p.put("occurredAt", 1795000000)),
                bad(Code.INVALID, "/occurredAt", p -> p.put("occurredAt", "1969-12-31T23:59:59Z")),
                bad(Code.CLOCK_SKEW, "/occurredAt", p -> p.put("occurredAt", "2026-11-22T12:00:01Z")),
                bad(Code.CURRENCY_NOT_ACCEPTED, "/currency", p -> p.put("currency", "EUR")),
                bad(Code.CURRENCY_NOT_ACCEPTED, "/currency", p -> p.put("currency", "XYZ")),
                bad(Code.CURRENCY_NOT_ACCEPTED, "/currency", p -> p.put("currency", "usd")),
                bad(Code.INVALID, "/currency", p -> p.remove("currency")),
                bad(Code.INVALID, "/total", p -> p.remove("total")),
                bad(Code.INVALID, "/total", p -> p.put("total", -1)),
                bad(Code.INVALID, "/total", p -> p.put("total", 1_000_000_000_001L)),
                bad(Code.TOTAL_MISMATCH, "/total", p -> p.put("total", 2600)),
                bad(Code.TOTAL_MISMATCH, "/total", p -> p.put("tip", 1)),
                bad(
                        Code.TOTAL_MISMATCH,
                        "/total",
                        p -> p.put("taxIncluded", false).put("taxTotal", 5)),
                bad(Code.INVALID, "/tip", p -> p.put("tip", -1)),
                bad(Code.INVALID, "/rounding", p -> p.put("rounding", 100_001)),
                bad(Code.INVALID, "/customer", p -> p.putObject("customer")),
                bad(
                        Code.INVALID,
                        "/customer/email",
                        p -> p.putObject("customer").put("email", "ana\u0000@example.com")),
                bad(
                        Code.INVALID,
                        "/customer/phone",
                        p -> p.putObject("customer").put("phone", "5".repeat(321))),
                bad(
                        Code.INVALID,
                        "/customer/device",
                        p -> p.putObject("customer").put("device", "x".repeat(129))),
                bad(
                        Code.INVALID,
                        "/customer/cookie",
                        p -> p.putObject("customer").put("cookie", "")),
                bad(Code.INVALID, "/customer/id", p -> p.putObject("customer").put("id", "1")),
                bad(Code.INVALID, "/lines/0/amount", p -> line(p).remove("amount")),
                bad(Code.INVALID, "/lines/0/amount", p -> line(p).put("amount", -1000)),
                bad(Code.INVALID, "/lines/0/kind", p -> line(p).put("kind", "gift")),
                bad(Code.INVALID, "/lines/0/amount", p -> line(p).put("kind", "return")),
                bad(
                        Code.INVALID,
                        "/lines/0/line",
                        p -> line(p).put("line", 2).put("x", 1).remove("x")),
                bad(Code.INVALID, "/lines/0/quantity", p -> line(p).put("quantity", "1e9999999")),
                bad(Code.INVALID, "/lines/0/quantity", p -> line(p).put("quantity", "0.1234567")),
                bad(Code.INVALID, "/lines/0/quantity", p -> line(p).put("quantity", "1000000001")),
                bad(Code.INVALID, "/lines/0/sku", p -> line(p).put("sku", " A1")),
                bad(Code.INVALID, "/lines/0/category", p -> line(p).put("category", "cof\u2066fee")),
                bad(
                        Code.INVALID,
                        "/lines/0/labels",
                        p -> line(p).putArray("labels").add("\ue000")),
                bad(
                        Code.INVALID,
                        "/tenders/0/type",
                        p -> ((ObjectNode) p.get("tenders").get(0)).remove("type")),
                bad(Code.INVALID, "/points", p -> p.put("points", 100)),
                bad(Code.INVALID, "/lines/0/tier", p -> line(p).put("tier", "gold")));
    }

    @ParameterizedTest(name = "{index} {0} at {1}")
    @MethodSource("bad")
    void what_is_wrong_is_named_with_its_place(Code code, String pointer, Consumer<ObjectNode> change) {
        Problem problem = judged(Receipts.purchase(change)).problem();

        assertEquals(code, problem.code());
        boolean twice = pointer.equals("/lines/0/line");
        assertEquals(twice ? "/lines/1/line" : pointer, problem.errors().get(0).pointer());
        assertEquals(1, problem.errors().size(), () -> problem.errors().toString());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Problem problem = judged(Receipts.purchase(p -> {
                    p.put("store", "").put("tip", -1).put("colour", "red");
                    line(p).put("amount", "1000");
                }))
                .problem();

        assertEquals(Code.INVALID, problem.code());
        assertEquals(4, problem.errors().size(), () -> problem.errors().toString());
    }

    @Test
    void goods_that_came_back_may_make_a_total_negative() {
        String purchase = Receipts.purchase(p -> {
            line(p).put("kind", "return").put("amount", -3000).put("listAmount", -3000);
            p.put("total", -1401);
        });
        assertTrue(judged(purchase).none());
    }

    @Test
    void a_clock_that_is_ahead_within_a_day_is_accepted_and_noted() {
        Instant ahead = NOW.now().plusSeconds(3_600);
        assertTrue(judged(Receipts.purchase(p -> p.put("occurredAt", ahead.toString())))
                .none());
        assertTrue(PurchaseRules.isAhead(read(Receipts.purchase(p -> p.put("occurredAt", ahead.toString()))), NOW));
        assertFalse(PurchaseRules.isAhead(read(Receipts.purchase()), NOW));
    }

    @Test
    void too_many_lines_are_too_large() {
        String purchase = Receipts.purchase(p -> {
            var lines = p.putArray("lines");
            for (int i = 0; i < 2_001; i++) lines.addObject().put("amount", 1);
        });
        assertEquals(Code.TOO_LARGE, judged(purchase).problem().code());
    }

    private static Arguments bad(Code code, String pointer, Consumer<ObjectNode> change) {
        return Arguments.of(code, pointer, change);
    }

    private static ObjectNode line(ObjectNode purchase) {
        return (ObjectNode) purchase.get("lines").get(0);
    }

    private static Purchase read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Purchase.class, new Flaws());
    }

    private static Flaws judged(String json) {
        Flaws flaws = new Flaws();
        Purchase purchase = StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Purchase.class, flaws);
        if (purchase != null) PurchaseRules.check(flaws, purchase, NOW);
        return flaws;
    }
}
