package io.regulars.loyalty;

import static io.regulars.loyalty.Club.id;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.SuiteResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class TraceTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void what_an_opt_in_brings_is_part_of_the_askers_trace() {
        Map<String, String> consent = Map.of("text", "yes", "version", "1", "channel", "store");
        given().header("Authorization", Contexts.onBehalfOf("loyalty", Till.SHOP))
                .header("Idempotency-Key", "traced")
                .header("traceparent", TRACE)
                .contentType("application/json")
                .body(Map.of("customerId", id("tracy"), "consent", consent))
                .post("/v1/members")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        List.of(TRACE),
                        Listener.all(Topic.MEMBERSHIPS).stream()
                                .filter(said -> said.envelope().subject().equals(id("tracy")))
                                .map(said -> said.envelope().traceparent())
                                .toList()));
    }
}
