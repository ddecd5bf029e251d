package io.regulars.gateway.intake;

import static io.regulars.gateway.intake.RawTill.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusing is cheap: the median of twenty refusals stays under 50 ms and memory does not grow. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class BadInputCostTest {

    private static final int TRIES = 20;
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final long FLAT = 32 << 20;
    private static final String DEEP = "[".repeat(10_000) + "]".repeat(10_000);
    private static final String LONG_STRING = "{\"store\":\"" + "x".repeat(1 << 20) + "\"}";
    private static final String LARGE = "{\"store\":\"" + "x".repeat(200_000) + "\"}";
    private static final String OVER_LIMIT = "{\"store\":\"" + "x".repeat(300 << 10) + "\"}";

    private static RawTill till;
    private static RawTill offline;

    @TestHTTPResource("/v1/purchases")
    URL purchases;

    @BeforeEach
    void aTill() throws Exception {
        if (till != null) return;
        till = new RawTill(purchases.toString());
        offline = new RawTill(purchases + "/batch");
        for (int i = 0; i < 50; i++) till.send(Receipts.purchase(p -> p.put("total", -1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.regulars.gateway.intake.BadInputTest#bad")
    void a_refusal_takes_less_than_50_ms(String what, String body, int status, String code) throws Exception {
        assertQuick(() -> assertProblem(status, code, till.send(body)));
    }

    @Test
    void what_is_too_large_or_of_another_kind_is_refused_as_quickly() throws Exception {
        String large = Receipts.purchase(p -> p.put("channel", "x".repeat(300 << 10)));
        assertQuick(() -> assertProblem(413, "too_large", till.send(large)));
        assertQuick(() -> assertProblem(413, "too_large", till.sendWithoutLength(large)));
        assertQuick(() -> assertProblem(
                415,
                "unsupported_media_type",
                till.send(BodyPublishers.ofString("<a/>"), it -> it.setHeader("Content-Type", "application/xml"))));
    }

    @Test
    void bad_ones_among_good_ones_are_refused_as_quickly() throws Exception {
        assertQuick(() -> {
            String good = Receipts.anotherPurchase();
            String batch = "[" + good + "," + good.replace("2599", "-1") + ",{}," + Receipts.anotherPurchase() + "]";
            assertEquals(202, offline.send(batch).statusCode());
        });
    }

    @Test
    void memory_stays_flat() throws Exception {
        for (int i = 0; i < 10; i++) round();
        long before = used();
        for (int i = 0; i < 200; i++) round();
        long grown = used() - before;
        assertTrue(grown < FLAT, () -> "grown by " + grown + " bytes");
    }

    private static void round() throws Exception {
        assertEquals(400, till.send(DEEP).statusCode());
        assertEquals(400, till.send(LARGE).statusCode());
        assertEquals(413, till.send(LONG_STRING).statusCode());
        assertEquals(413, till.sendWithoutLength(OVER_LIMIT).statusCode());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private interface Sending {
        void once() throws Exception;
    }

    private static void assertQuick(Sending sending) throws Exception {
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long started = System.nanoTime();
            sending.once();
            nanos[i] = System.nanoTime() - started;
        }
        Duration median = Duration.ofNanos(LongStream.of(nanos).sorted().toArray()[TRIES / 2]);
        assertTrue(median.compareTo(QUICK) < 0, () -> "took " + median);
    }
}
