package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A till that does not wait, and an app that wants to show what the till has just posted. */
class FreshReadJourneyTest {

    private final String card = "97" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> shopper = Map.of("card", card);

    @Test
    void a_read_that_asks_to_be_as_fresh_as_a_write_has_it() {
        String customer = enrolled();
        for (int i = 1; i <= 5; i++) {
            String token = posted("f" + i);
            after(token).get("/v1/members/card:" + card + "/wallet").then().body("points.balance", equalTo(10 * i));
            after(token).get("/v1/customers/" + customer).then().body("purchases", equalTo(i));
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
                "store", "S-001",
                "terminal", "T-1",
                "receipt", card + receipt,
                "businessDate", LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
                "occurredAt", now.toString(),
                "currency", "USD",
                "total", 10_00,
                "customer", shopper,
                "lines", List.of(Map.of("sku", "A1", "amount", 10_00)));
        return as("service")
                .body(purchase)
                .post("/v1/purchases")
                .then()
                .statusCode(202)
                .extract()
                .header("Regulars-After");
    }

    private static RequestSpecification after(String token) {
        return as("support").header("Regulars-After", token);
    }

    private static RequestSpecification as(String role) {
        return given().baseUri(SUITE.gatewayUrl())
                .contentType("application/json")
                .header("Authorization", "Bearer " + TheSuite.staff(role));
    }
}
