package io.regulars.local.simulator.till;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Refund.Original;
import io.regulars.events.Touchpoint;
import io.regulars.local.simulator.town.Act;
import io.regulars.local.simulator.town.Flaw;
import io.regulars.local.simulator.town.Slip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Request bodies as tills write them, the broken ones included. */
final class Bodies {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .build();

    private Bodies() {}

    private record Undoing(Original original, Instant occurredAt, String reason) {}

    private record Joining(CustomerRef customer, Consent consent, Instant enrolledAt) {}

    private record Consent(String text, String version, String channel) {}

    static byte[] of(Slip slip) {
        Object content = slip.refund() == null ? slip.purchase() : slip.refund();
        byte[] whole = bytes(slip.isFlawed() ? spoiled(slip) : content);
        return slip.flaw() == Flaw.CUT_SHORT ? Arrays.copyOf(whole, whole.length * 2 / 3) : whole;
    }

    static byte[] of(Act.Undo undo) {
        Purchase undone = undo.purchase();
        Original printed =
                new Original(null, undone.store(), undone.terminal(), undone.receipt(), undone.businessDate());
        return bytes(new Undoing(printed, undo.at(), "rung up wrong"));
    }

    static byte[] of(Touchpoint touchpoint) {
        return bytes(touchpoint);
    }

    /** A JSON array, or one item a line. */
    static byte[] of(List<Slip> slips, boolean asLines) {
        if (!asLines) return bytes(slips.stream().map(Bodies::item).toList());
        return slips.stream()
                .map(slip -> item(slip).toString())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joining(CustomerRef who, Instant enrolledAt) {
        Consent consent = new Consent("I want to collect points.", "2026-01", enrolledAt == null ? "till" : "web");
        return bytes(new Joining(who, consent, enrolledAt));
    }

    static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static ObjectNode item(Slip slip) {
        ObjectNode item = slip.isFlawed()
                ? spoiled(slip)
                : JSON.valueToTree(slip.refund() == null ? slip.purchase() : slip.refund());
        return item.put("type", slip.refund() == null ? "purchase" : "refund");
    }

    private static ObjectNode spoiled(Slip slip) {
        ObjectNode json = JSON.valueToTree(slip.purchase());
        ObjectNode line = (ObjectNode) json.withArray("lines").get(0);
        return switch (slip.flaw()) {
            case CUT_SHORT, STORE_OF_SOMEBODY_ELSE -> json;
            case WRONG_TOTAL -> json.put("total", slip.purchase().total() + 1);
            case NEGATIVE_LINE -> {
                line.put("amount", -1);
                yield json;
            }
            case FRACTION_OF_A_CENT -> json.put("total", slip.purchase().total() + 0.5);
            case NO_SUCH_CURRENCY -> json.put("currency", "ZZZ");
            case UNKNOWN_FIELD -> json.put("couponScanner", "v2");
            case NO_DATE -> json.without(List.of("businessDate"));
            case FROM_THE_FUTURE -> json.put("occurredAt", "2099-01-01T00:00:00Z");
        };
    }

    private static byte[] bytes(Object content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
