package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A till that does not wait, and an app that wants to show what the till has just posted. */
@Isolated("its reads are awaited for a second, on a machine that may be small")
class FreshReadJourneyTest {

    private final String card = "97" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> shopper = Map.of("card", card);

    @Test
    void a_read_that_asks_to_be_as_fresh_as_a_write_has_it() {
        String customer = enrolled();
        for (int i = 1; i <= 5; i++) {
            String token = posted("f" + i);
            read("/v1/members/card:" + card + "/wallet", token).then().body("points.balance", equalTo(10 * i));
            read("/v1/customers/" + customer, token).then().body("purchases", equalTo(i));
        }
    }

    private String enrolled() {
        Map<String, String> consent = Map.of("text", "I join", "version", "1", "channel", "store");
        return as("service")
                .header("Idempotency-Key", card)
                .body(Map.of("customer", shopper, "consent", consent))
                .post("/v1/members")
                .then()
                .statusCode(200)
                .extract()
                .path("customerId");
    }

    private String posted(String receipt) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> purchase = Map.of(
                "store",
                "S-001",
                "terminal",
                "T-1",
                "receipt",
                card + receipt,
                "businessDate",
                LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
                "occurredAt",
                now.toString(),
                "currency",
                "USD",
                "total",
                10_00,
                "customer",
                shopper,
                "lines",
                List.of(Map.of("sku", "A1", "amount", 10_00)));
        return as("service")
                .body(purchase)
                .post("/v1/purchases")
                .then()
                .statusCode(202)
                .extract()
                .header("Regulars-After");
    }

    /** A read that cannot be that fresh in time says so and is asked again; one that is answered is that fresh. */
    private static Response read(String path, String token) {
        return await().until(
                        () -> as("support").header("Regulars-After", token).get(path),
                        answer -> answer.statusCode() != 503);
    }

    private static RequestSpecification as(String role) {
        return given().baseUri(SUITE.gatewayUrl())
                .contentType("application/json")
                .header("Authorization", "Bearer " + TheSuite.staff(role));
    }
}
