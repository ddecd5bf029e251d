package io.regulars.gateway.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.events.Touchpoint;
import io.regulars.gateway.reading.StrictJson;
import io.regulars.gateway.testing.Receipts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TouchpointRulesTest {

    private static final Circumstances NOW = new Circumstances(Instant.parse("2026-11-21T12:00:00Z"), "USD");

    @Test
    void known_types_and_ones_own_are_taken() {
        assertTrue(judged(touchpoint -> {}).none());
        assertTrue(
                judged(touchpoint -> touchpoint.put("type", "custom.tasting")).none());
        assertTrue(judged(touchpoint -> touchpoint.withObject("/data").put("said", "two\nlines"))
                .none());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("/type", t -> t.put("type", "party")),
                bad("/type", t -> t.put("type", "custom.")),
                bad("/ref", t -> t.remove("ref")),
                bad("/ref", t -> t.put("ref", "4111111111111111")),
                bad("/source", t -> t.put("source", "somebody else")),
                bad("/channel", t -> t.remove("channel")),
                bad("/customer", t -> t.remove("customer")),
                bad("/occurredAt", t -> t.remove("occurredAt")),
                bad("/data", t -> t.put("data", "text")),
                bad("/data/a~1b", t -> t.withObject("/data").put("a/b", "zero\u200bwidth")),
                bad("/data/page", t -> t.withObject("/data").put("page", "card 5555-5555-5555-4444")),
                bad("/data/big", t -> t.withObject("/data").put("big", Double.POSITIVE_INFINITY)));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("bad")
    void what_is_wrong_is_named_with_its_place(String pointer, Consumer<ObjectNode> change) {
        assertEquals(pointer, judged(change).problem().errors().get(0).pointer());
    }

    private static Arguments bad(String pointer, Consumer<ObjectNode> change) {
        return Arguments.of(pointer, change);
    }

    private static Flaws judged(Consumer<ObjectNode> change) {
        Flaws flaws = new Flaws();
        String json = Receipts.touchpoint(change).replace("\"Infinity\"", "1e999");
        Touchpoint touchpoint = StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Touchpoint.class, flaws);
        if (touchpoint != null) TouchpointRules.check(flaws, touchpoint, NOW);
        return flaws;
    }
}
