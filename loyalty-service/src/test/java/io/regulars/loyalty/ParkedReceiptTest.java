package io.regulars.loyalty;

import static io.regulars.loyalty.Club.id;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class ParkedReceiptTest {

    @Test
    void a_receipt_that_could_not_be_judged_is_parked_and_one_that_did_not_come_is_not() {
        TouchpointEvent purchase =
                Club.recorded("spoilt", null, Club.purchase(Instant.now(), false, Club.line(1, "A", 1000)));
        long seq = Speaker.nextSeq(Topic.TOUCHPOINTS, purchase);
        String body = "{\"purchaseId\":\"" + id("spoilt") + "\",\"purchase\":\"spoilt\"}";
        Speaker.send(
                Topic.TOUCHPOINTS,
                Speaker.envelope(Topic.TOUCHPOINTS, purchase, Instant.now(), seq, null, null),
                body.getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Till.asks("/internal/assessments/{id}", id("spoilt"))
                        .then()
                        .statusCode(404)
                        .body("code", equalTo("not_found"))
                        .body("parked", equalTo(true)));
        Till.asks("/internal/assessments/{id}", id("never came"))
                .then()
                .statusCode(404)
                .body("retryable", equalTo(true))
                .body("parked", equalTo(false));
    }
}
