package io.regulars.local.simulator.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.local.truth.Truth.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void a_till_knows_only_what_it_was_told() {
        assertEquals(Outcome.OK, answer(202, "{}").outcome());
        assertEquals(Outcome.OK, answer(200, "{}").outcome());
        assertEquals(Outcome.REFUSED, answer(422, "{}").outcome());
        assertEquals(
                Outcome.REFUSED, answer(409, "{\"code\":\"receipt_conflict\"}").outcome());
        assertEquals(Outcome.UNKNOWN, answer(409, "{\"code\":\"in_progress\"}").outcome());
        assertEquals(Outcome.UNKNOWN, answer(429, "{}").outcome());
        assertEquals(Outcome.UNKNOWN, answer(500, "{}").outcome());
        assertEquals(Outcome.UNKNOWN, answer(503, "").outcome());
        assertEquals(Outcome.UNKNOWN, Answer.silence().outcome());
    }

    @Test
    void a_refusal_after_a_doubtful_attempt_settles_it_only_when_it_rests_on_the_content() {
        assertEquals(Outcome.REFUSED, answer(401, "{}").certainty(false));
        assertEquals(Outcome.UNKNOWN, answer(401, "{}").certainty(true));
        assertEquals(Outcome.REFUSED, answer(422, "{}").certainty(true));
        assertEquals(Outcome.OK, answer(202, "{}").certainty(true));
    }

    @Test
    void applied_is_more_than_accepted() {
        assertTrue(answer(200, "{\"status\":\"applied\"}").isApplied());
        assertFalse(answer(202, "{\"status\":\"accepted\"}").isApplied());
    }

    @Test
    void a_delivery_is_answered_receipt_by_receipt() {
        Answer whole = answer(202, """
                {"data":[{"index":0,"status":"accepted","purchaseId":"a"},
                 {"index":1,"status":"refused","problem":{"status":422,"code":"total_mismatch"}},
                 {"index":2,"status":"unavailable","problem":{"status":503,"code":"unavailable"}}]}
                """);
        assertEquals(Outcome.OK, Batch.answerTo(0, whole).outcome());
        assertEquals(Outcome.REFUSED, Batch.answerTo(1, whole).outcome());
        assertEquals(Outcome.UNKNOWN, Batch.answerTo(2, whole).outcome());
        assertEquals(Outcome.UNKNOWN, Batch.answerTo(3, whole).outcome());
        assertEquals(Outcome.REFUSED, Batch.answerTo(0, answer(413, "{}")).outcome());
    }

    @Test
    void pauses_grow_and_heed_what_the_gateway_asks_for() {
        Retries retries = Retries.usual();
        assertEquals(Duration.ofMillis(200), retries.pauseAfter(1, Duration.ZERO));
        assertEquals(Duration.ofMillis(800), retries.pauseAfter(3, Duration.ZERO));
        assertEquals(Duration.ofSeconds(1), retries.pauseAfter(1, Duration.ofSeconds(1)));
        assertEquals(Duration.ofSeconds(3), retries.pauseAfter(30, Duration.ofHours(1)));
    }

    @Test
    void latencies_are_known_to_within_three_percent() {
        Latencies latencies = new Latencies();
        for (int ms = 1; ms <= 1_000; ms++) latencies.record(ms * 1_000_000L);
        assertEquals(500, latencies.percentile(0.5).toMillis(), 16);
        assertEquals(990, latencies.percentile(0.99).toMillis(), 32);
        assertEquals(Duration.ZERO, new Latencies().percentile(0.5));
        for (long micros = 1; micros < 40_000_000_000L; micros = micros * 5 / 4 + 1) {
            Latencies one = new Latencies();
            one.record(micros * 1_000);
            assertEquals(micros, one.percentile(1).toNanos() / 1_000.0, micros * 0.033);
        }
    }

    private static Answer answer(int status, String body) {
        JsonNode read = Bodies.read(body.getBytes(StandardCharsets.UTF_8));
        return Answer.of(status, read, Duration.ZERO);
    }
}
