package io.regulars.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Event;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.Listener.Said;
import io.regulars.platform.testing.Speaker;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class WaitingTest {

    private static final UUID CUSTOMER = UUID.randomUUID();
    private static String key;

    @BeforeEach
    void aTill() {
        if (key == null) key = Callers.storeKey(List.of("S-001"), "record");
    }

    @Test
    void the_outcome_comes_back_to_who_waits() {
        Response answer = answered(
                Topic.MEMBERSHIPS,
                purchaseId -> new PurchaseAssessed(
                        purchaseId,
                        CUSTOMER,
                        Outcome.EARNED,
                        "regulars",
                        List.of(),
                        new Points(25, 0, 125),
                        "base",
                        Instant.now()));

        answer.then()
                .statusCode(200)
                .header("Preference-Applied", "wait=5")
                .body("status", equalTo("applied"))
                .body("outcome", equalTo("earned"))
                .body("customerId", equalTo(CUSTOMER.toString()))
                .body("member", equalTo(true))
                .body("points.earned", equalTo(25))
                .body("points.balance", equalTo(125))
                .body("memberships[0].programme", equalTo("regulars"))
                .body("receiptText", hasItem("You earned 25 points."));
    }

    @Test
    void who_is_no_member_hears_so() {
        Response answer = answered(
                Topic.MEMBERSHIPS,
                purchaseId -> new PurchaseAssessed(
                        purchaseId,
                        CUSTOMER,
                        Outcome.NOT_MEMBER,
                        null,
                        List.of(),
                        new Points(0, 0, 0),
                        null,
                        Instant.now()));
        answer.then().statusCode(200).body("member", equalTo(false)).body("points.earned", equalTo(0));
    }

    @Test
    void other_content_under_a_known_number_is_a_conflict() {
        Response answer =
                answered(Topic.TOUCHPOINTS, purchaseId -> new ReceiptConflicted(purchaseId, CUSTOMER, Instant.now()));
        answer.then().statusCode(409).body("code", equalTo("receipt_conflict"));
    }

    @Test
    void after_the_deadline_it_is_accepted_and_no_more() {
        long before = System.nanoTime();
        post(Receipts.anotherPurchase(), "wait=1").then().statusCode(202).body("status", equalTo("accepted"));
        assertTrue(System.nanoTime() - before < Duration.ofMillis(2_500).toNanos());
    }

    /** Posts, and says as another service what became of it as soon as the post lies in the log. */
    private static Response answered(Topic topic, Function<UUID, Event> outcome) {
        String receipt = Receipts.number();
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> post(Receipts.purchase(p -> p.put("receipt", receipt)), "wait=5"));
        Said posted = await().atMost(Duration.ofSeconds(4)).until(() -> find(receipt), found -> found != null);
        UUID purchaseId = ((PurchasePosted) posted.event()).purchaseId();
        Speaker.sayTo(topic, outcome.apply(purchaseId), posted.envelope().correlationId(), "another-gateway");
        Speaker.sayTo(
                topic,
                outcome.apply(purchaseId),
                UUID.randomUUID(),
                posted.envelope().replyTo());
        Speaker.sayTo(
                topic,
                outcome.apply(purchaseId),
                posted.envelope().correlationId(),
                posted.envelope().replyTo());
        assertEquals(36, posted.envelope().replyTo().length());
        return answer.join();
    }

    private static Said find(String receipt) {
        return Listener.all(Topic.INTAKE).stream()
                .filter(said -> said.event() instanceof PurchasePosted posted
                        && posted.purchase().receipt().equals(receipt))
                .findFirst()
                .orElse(null);
    }

    private static Response post(String body, String prefer) {
        return given().header("Authorization", key)
                .header("Prefer", prefer)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/purchases");
    }
}
