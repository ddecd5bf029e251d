package io.regulars.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.Topic;
import io.regulars.events.Voiding;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.gateway.testing.Undoing;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class VoidTest {

    private static String key;
    private final String receipt = Receipts.number();
    private final UUID purchase = Undoing.purchaseId("S-001", receipt);

    @BeforeEach
    void aTill() {
        if (key == null) key = Callers.storeKey(List.of("S-001"), "record");
    }

    @Test
    void a_void_is_named_by_its_purchase_and_lies_beside_it() {
        post(purchase, Undoing.body(Undoing.original("S-001", receipt)), "")
                .then()
                .statusCode(202)
                .body("status", equalTo("accepted"))
                .body("purchaseId", equalTo(purchase.toString()))
                .body("voidId", equalTo(Voiding.of(purchase).toString()));

        Said said = find();
        VoidPosted posted = (VoidPosted) said.event();
        assertEquals(purchase, said.envelope().subject());
        assertEquals("S-001", posted.voiding().store());
        assertEquals("rung up twice", posted.voiding().reason());
    }

    @Test
    void what_it_took_back_comes_back_to_who_waits() {
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(
                () -> post(purchase, Undoing.body(Undoing.original("S-001", receipt)), "wait=5"));
        Said posted = await().atMost(Duration.ofSeconds(4)).until(this::find, found -> found != null);
        PurchaseAssessed assessed = new PurchaseAssessed(
                Voiding.of(purchase),
                UUID.randomUUID(),
                Outcome.REVERSED,
                "regulars",
                List.of(),
                new Points(-25, 0, 100),
                "base",
                Instant.now());
        assertNotNull(posted.envelope().replyTo());
        Speaker.sayTo(
                Topic.MEMBERSHIPS,
                assessed,
                posted.envelope().correlationId(),
                posted.envelope().replyTo());

        answer.join()
                .then()
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("outcome", equalTo("reversed"))
                .body("purchaseId", equalTo(purchase.toString()))
                .body("voidId", equalTo(Voiding.of(purchase).toString()))
                .body("points.earned", equalTo(-25));
    }

    @Test
    void a_void_says_what_is_wrong_with_it() {
        post(purchase, "{\"original\":" + Undoing.original("S-001", "another") + ",\"why\":1}", "")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/occurredAt", "/why"));
        post(purchase, Undoing.body(Undoing.original("S-001", "another")), "")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/original"));
        post(purchase, Undoing.body(Undoing.original("S-001", receipt)).replace("2026-11-21T", "2099-11-21T"), "")
                .then()
                .statusCode(422)
                .body("code", equalTo("clock_skew"));
    }

    @Test
    void a_till_undoes_receipts_of_its_own_stores_only() {
        post(Undoing.purchaseId("S-002", receipt), Undoing.body(Undoing.original("S-002", receipt)), "")
                .then()
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/original/store"));
    }

    @Test
    void whose_a_receipt_is_that_is_only_named_by_its_id_the_crm_has_to_know() {
        post(purchase, "{\"occurredAt\":\"2026-11-21T10:21:00Z\"}", "")
                .then()
                .statusCode(503)
                .body("retryable", equalTo(true));
    }

    private static Response post(UUID purchase, String body, String prefer) {
        return given().header("Authorization", key)
                .header("Prefer", prefer)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/purchases/" + purchase + "/void");
    }

    private Said find() {
        return Listener.all(Topic.INTAKE).stream()
                .filter(said -> said.event() instanceof VoidPosted posted
                        && posted.purchaseId().equals(purchase))
                .findFirst()
                .orElse(null);
    }
}
