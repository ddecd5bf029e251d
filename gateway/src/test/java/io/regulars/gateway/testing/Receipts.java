package io.regulars.gateway.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Requests as tills send them, and as they should not. */
public final class Receipts {

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());
    private static final String PURCHASE = """
            {"store":"S-001","terminal":"T-1","receipt":"000123","businessDate":"2026-11-21",
             "occurredAt":"2026-11-21T10:15:00Z","channel":"store","currency":"USD","total":2599,"taxIncluded":true,
             "taxTotal":0,"tip":0,"rounding":0,"training":false,"customer":{"card":"9840001"},
             "lines":[{"line":1,"kind":"sale","sku":"A1","category":"coffee","brand":"house","collection":"fall",
                       "labels":["hot"],"quantity":2,"listAmount":1000,"discounts":[],"tax":0,"amount":1000},
                      {"line":2,"kind":"sale","sku":"B2","category":"beans","quantity":1,"amount":1599}],
             "applied":[{"type":"coupon","code":"FALL-7Q2","amount":0}],
             "tenders":[{"type":"card","amount":2599}]}
            """;
    private static final String REFUND = """
            {"store":"S-001","terminal":"T-1","receipt":"R-1","businessDate":"2026-11-21",
             "occurredAt":"2026-11-21T10:20:00Z","currency":"USD",
             "original":{"store":"S-001","terminal":"T-1","receipt":"000123","businessDate":"2026-11-21"},
             "lines":[{"line":1,"sku":"A1","quantity":"1","amount":500}],"reason":"cold"}
            """;
    private static final String TOUCHPOINT = """
            {"type":"visit","ref":"v-1","channel":"web","store":"S-001","customer":{"email":"ana@example.com"},
             "occurredAt":"2026-11-21T10:15:00Z","data":{"page":"/autumn","seconds":4.5}}
            """;

    private Receipts() {}

    public static String purchase() {
        return PURCHASE;
    }

    public static String purchase(Consumer<ObjectNode> change) {
        return changed(PURCHASE, change);
    }

    /** A purchase nobody has posted before. */
    public static String anotherPurchase() {
        return purchase(receipt -> receipt.put("receipt", number()));
    }

    public static String refund(Consumer<ObjectNode> change) {
        return changed(REFUND, change);
    }

    public static String touchpoint(Consumer<ObjectNode> change) {
        return changed(TOUCHPOINT, change);
    }

    public static String number() {
        return "R" + NUMBERS.incrementAndGet();
    }

    public static String changed(String json, Consumer<ObjectNode> change) {
        ObjectNode tree = Json.read(json.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
        change.accept(tree);
        return tree.toString();
    }
}
