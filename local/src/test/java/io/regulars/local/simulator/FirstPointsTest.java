package io.regulars.local.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.simulator.FirstPoints.Printed;
import io.regulars.local.simulator.till.Gateway;
import io.regulars.local.simulator.till.PretendGateway;
import io.regulars.local.simulator.till.PretendGateway.Asked;
import io.regulars.local.simulator.till.PretendGateway.Said;
import io.regulars.local.simulator.till.Retries;
import io.regulars.local.simulator.till.Tally;
import io.regulars.local.simulator.till.TillClient;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FirstPointsTest {
    private static final Said JOINED = new Said(201, "{\"customerId\":\"c\"}");
    private static final Said ACCEPTED = new Said(202, "{\"status\":\"accepted\"}");
    private static final Said APPLIED = new Said(200, """
            {"status":"applied","customerId":"c","receiptText":["You earned 25 points.","Your balance: 25 points."]}
            """);

    @Test
    void the_receipt_is_asked_for_until_its_points_are_on_it() {
        AtomicInteger posts = new AtomicInteger();
        Printed printed = printed(
                asked -> asked.path().endsWith("members") ? JOINED : posts.incrementAndGet() < 3 ? ACCEPTED : APPLIED);

        assertEquals(List.of("You earned 25 points.", "Your balance: 25 points."), printed.text());
        assertEquals("c", printed.customerId());
        assertEquals(3, posts.get());
    }

    @Test
    void whoever_opts_in_buys_under_the_same_name() {
        List<Asked> all = new java.util.concurrent.CopyOnWriteArrayList<>();
        printed(asked -> {
            all.add(asked);
            return asked.path().endsWith("members") ? JOINED : APPLIED;
        });

        String card = "\"card\":\"97r1\"";
        assertEquals(2, all.size());
        assertTrue(all.stream().allMatch(asked -> asked.body().contains(card)));
        assertEquals("wait=5", all.get(1).prefer());
    }

    private static Printed printed(Function<Asked, Said> script) {
        try (PretendGateway gateway = new PretendGateway(script)) {
            Gateway where = new Gateway(gateway.url(), "key", "office");
            TillClient till = new TillClient(where, Retries.usual(), new Tally(), truth -> {});
            Instant now = Instant.parse("2026-11-21T10:15:00Z");
            return new FirstPoints(till, "r1", "USD").printed(now).orElseThrow();
        }
    }
}
