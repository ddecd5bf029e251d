package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A shopper's story: an unknown card, an opt-in, points, a repeat, a return, a welcome, a look at the own account. */
class ReceiptJourneyTest {

    private static String storeKey;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String card = "98" + run;
    private final String email = "ana." + run + "@example.org";

    @BeforeAll
    static void aStoreKey() {
        storeKey = as(TheSuite.staff("admin"))
                .body(Map.of("stores", List.of("S-001"), "scopes", List.of("record", "lookup")))
                .post("/v1/store-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    void a_shopper_joins_and_earns_also_for_what_came_before_that_day() {
        post("1", 25_99).then().statusCode(200).body("outcome", equalTo("notMember"));
        String customer = enrol().then().statusCode(200).extract().path("customerId");

        Response second = post("2", 10_50);
        second.then().statusCode(200).body("points.earned", equalTo(10)).body("points.balance", equalTo(35));
        assertEquals(customer, second.path("customerId"));
        wallet().then().statusCode(200).body("points.balance", equalTo(35)).body("tier", equalTo("bronze"));
    }

    @Test
    void a_receipt_posted_twice_counts_once_and_other_content_is_a_conflict() {
        enrol().then().statusCode(200);
        Response first = post("1", 20_00);
        first.then().statusCode(200).body("points.earned", equalTo(20));

        post("1", 20_00).then().statusCode(200).body("points.earned", equalTo(20));
        post("1", 99_00).then().statusCode(409).body("code", equalTo("receipt_conflict"));
        wallet().then().body("points.balance", equalTo(20));
        as(TheSuite.staff("ops"))
                .get("/v1/purchases/" + first.path("purchaseId"))
                .then()
                .statusCode(200)
                .body("repeats", equalTo(1))
                .body("conflicts", equalTo(1));
    }

    @Test
    void a_return_takes_back_its_line_and_may_come_before_its_purchase() {
        enrol().then().statusCode(200);
        as(storeKey).body(refundOf("1", 5_00)).post("/v1/refunds").then().statusCode(202);
        post("1", 20_00).then().statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> wallet().then().body("points.balance", equalTo(15)));
    }

    @Test
    void an_anonymous_receipt_is_answered_and_has_a_timeline() {
        Map<String, Object> receipt = receipt("1", 3_00);
        receipt = new java.util.HashMap<>(receipt);
        receipt.remove("customer");
        String id = waiting(as(storeKey))
                .body(receipt)
                .post("/v1/purchases")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("anonymous"))
                .extract()
                .path("purchaseId");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as(TheSuite.staff("support"))
                        .get("/v1/customers/" + id + "/timeline")
                        .then()
                        .statusCode(200)
                        .body("data.type", hasItem("crm.purchase.recorded.v1")));
    }

    @Test
    void a_new_member_is_welcomed_and_sees_it_all_after_signing_in() {
        enrol().then().statusCode(200);
        post("1", 12_99).then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> mailTo(email, "elcome"));

        String challenge = given().baseUri(SUITE.gatewayUrl())
                .contentType("application/json")
                .body(Map.of("email", email))
                .post("/v1/auth/code")
                .then()
                .statusCode(202)
                .extract()
                .path("challenge");
        await().atMost(Duration.ofSeconds(30)).until(() -> code() != null);
        String token = given().baseUri(SUITE.gatewayUrl())
                .contentType("application/json")
                .body(Map.of("email", email, "challenge", challenge, "code", code()))
                .post("/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        as(token).get("/v1/me").then().statusCode(200).body("memberships[0].tier", equalTo("bronze")));
        as(token).get("/v1/store-keys").then().statusCode(403);
    }

    @Test
    void the_timeline_shows_what_every_service_said() {
        enrol().then().statusCode(200);
        post("1", 8_00).then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<String> types = as(TheSuite.staff("support"))
                    .get("/v1/customers/card:" + card + "/timeline")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("data.type");
            assertTrue(
                    types.containsAll(List.of(
                            "crm.purchase.recorded.v1",
                            "loyalty.purchase.assessed.v1",
                            "loyalty.member.enrolled.v1",
                            "engagement.message.sent.v1")),
                    () -> "only " + types);
        });
    }

    private Response enrol() {
        return as(TheSuite.staff("service"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "customer",
                        Map.of("card", card, "email", email),
                        "consent",
                        Map.of("text", "I join", "version", "1", "channel", "store")))
                .post("/v1/members");
    }

    private Response post(String number, int total) {
        return waiting(as(storeKey)).body(receipt(number, total)).post("/v1/purchases");
    }

    private Response wallet() {
        return as(TheSuite.staff("support")).get("/v1/members/card:" + card + "/wallet");
    }

    private static RequestSpecification as(String credential) {
        return given().baseUri(SUITE.gatewayUrl())
                .contentType("application/json")
                .header("Authorization", "Bearer " + credential);
    }

    private static RequestSpecification waiting(RequestSpecification request) {
        return request.header("Prefer", "wait=5");
    }

    private Map<String, Object> receipt(String number, int total) {
        return Map.of(
                "store",
                "S-001",
                "terminal",
                "T-1",
                "receipt",
                run + "-" + number,
                "businessDate",
                LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
                "occurredAt",
                now.toString(),
                "currency",
                "USD",
                "total",
                total,
                "customer",
                Map.of("card", card),
                "lines",
                List.of(
                        Map.of("sku", "A1", "amount", total - 5_00 < 0 ? total : total - 5_00),
                        Map.of("sku", "B2", "amount", total - 5_00 < 0 ? 0 : 5_00)));
    }

    private Map<String, Object> refundOf(String number, int amount) {
        Map<String, Object> bought = receipt(number, 20_00);
        return Map.of(
                "store",
                "S-001",
                "terminal",
                "T-1",
                "receipt",
                run + "-r" + number,
                "businessDate",
                bought.get("businessDate"),
                "occurredAt",
                bought.get("occurredAt"),
                "currency",
                "USD",
                "original",
                Map.of(
                        "store",
                        "S-001",
                        "terminal",
                        "T-1",
                        "receipt",
                        run + "-" + number,
                        "businessDate",
                        bought.get("businessDate")),
                "lines",
                List.of(Map.of("line", 2, "sku", "B2", "quantity", 1, "amount", amount)));
    }

    private boolean mailTo(String address, String word) {
        return given().get("http://127.0.0.1:" + SUITE.options().ports().mail() + "/messages")
                .asString()
                .lines()
                .anyMatch(all -> all.contains(address) && all.contains(word));
    }

    /** The sign-in code in the newest mail to this shopper that has one. */
    private String code() {
        List<Map<String, Object>> mails = given().get(
                        "http://127.0.0.1:" + SUITE.options().ports().mail() + "/messages")
                .jsonPath()
                .getList("$");
        for (Map<String, Object> mail : mails) {
            Matcher digits = Pattern.compile("\\b\\d{6,8}\\b").matcher(String.valueOf(mail.get("text")));
            if (String.valueOf(mail.get("to")).contains(email) && digits.find()) return digits.group();
        }
        return null;
    }
}
