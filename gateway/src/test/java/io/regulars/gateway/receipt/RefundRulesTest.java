package io.regulars.gateway.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.events.Refund;
import io.regulars.gateway.reading.StrictJson;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefundRulesTest {

    private static final Circumstances NOW = new Circumstances(Instant.parse("2026-11-21T12:00:00Z"), "USD");

    @Test
    void the_refund_of_the_contract_is_in_order() {
        assertTrue(judged(refund -> {}).none());
        assertTrue(judged(r -> r.putObject("original")
                        .put("purchaseId", UUID.randomUUID().toString()))
                .none());
    }

    @Test
    void without_an_original_somebody_has_to_be_named() {
        assertTrue(judged(r -> {
                    r.remove("original");
                    r.putObject("customer").put("card", "1");
                })
                .none());
        assertEquals(
                "/customer",
                judged(r -> r.remove("original")).problem().errors().get(0).pointer());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("/lines", r -> r.putArray("lines")),
                bad("/lines/0/amount", r -> line(r).put("amount", -1)),
                bad("/lines/0/amount", r -> line(r).remove("amount")),
                bad("/lines/0/line", r -> line(r).put("line", 0)),
                bad("/lines/0", r -> line(r).without(java.util.List.of("line", "sku"))),
                bad("/original/receipt", r -> ((ObjectNode) r.get("original")).remove("receipt")),
                bad(
                        "/original",
                        r -> ((ObjectNode) r.get("original"))
                                .put("purchaseId", UUID.randomUUID().toString())),
                bad("/reason", r -> r.put("reason", "paid with 4111 1111 1111 1111")),
                bad("/reason", r -> r.put("reason", "x".repeat(501))),
                bad("/total", r -> r.put("total", 500)));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("bad")
    void what_is_wrong_is_named_with_its_place(String pointer, Consumer<ObjectNode> change) {
        Problem problem = judged(change).problem();
        assertEquals(
                pointer,
                problem.errors().get(0).pointer(),
                () -> problem.errors().toString());
    }

    private static Arguments bad(String pointer, Consumer<ObjectNode> change) {
        return Arguments.of(pointer, change);
    }

    private static ObjectNode line(ObjectNode refund) {
        return (ObjectNode) refund.get("lines").get(0);
    }

    private static Flaws judged(Consumer<ObjectNode> change) {
        Flaws flaws = new Flaws();
        byte[] json = Receipts.refund(change).getBytes(StandardCharsets.UTF_8);
        Refund refund = StrictJson.read(json, Refund.class, flaws);
        if (refund != null) RefundRules.check(flaws, refund, NOW);
        return flaws;
    }
}
