package io.regulars.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Intake;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.TouchpointPosted;
import io.regulars.events.Topic;
import io.regulars.gateway.receipt.NaturalKeys;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.Listener.Said;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class RecordingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final UUID ORIGINAL = NaturalKeys.purchase("S-001", "T-1", DAY, "000123");
    private static String key;

    @BeforeEach
    void aTill() {
        if (key == null) key = Callers.storeKey(List.of("S-001"), "record", "lookup");
    }

    @Test
    void a_purchase_lies_in_the_log_once_it_is_accepted() {
        String receipt = Receipts.number();
        UUID id = UUID.fromString(post("/v1/purchases", Receipts.purchase(p -> p.put("receipt", receipt)))
                .statusCode(202)
                .body("status", equalTo("accepted"))
                .extract()
                .path("purchaseId"));

        assertEquals(NaturalKeys.purchase("S-001", "T-1", DAY, receipt), id);
        Said said = only(id);
        PurchasePosted posted = (PurchasePosted) said.event();
        assertEquals("9840001", posted.purchase().customer().card());
        assertFalse(posted.ahead());
        assertEquals("/regulars/gateway", said.envelope().source());
        assertEquals(id, said.envelope().subject());
        assertEquals(posted.occurredAt(), said.envelope().occurredAt());
        assertEquals(posted.receivedAt(), said.envelope().recordedAt());
        assertNull(said.envelope().replyTo());
        assertEquals(55, said.envelope().traceparent().length());
    }

    @Test
    void the_trace_a_receipt_comes_with_goes_on_with_it() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String id = given().header("Authorization", key)
                .header("traceparent", trace)
                .contentType(ContentType.JSON)
                .body("[" + Receipts.anotherPurchase() + "]")
                .post("/v1/purchases/batch")
                .then()
                .statusCode(202)
                .extract()
                .path("data[0].purchaseId");

        assertEquals(trace, only(UUID.fromString(id)).envelope().traceparent());
    }

    @Test
    void a_retry_is_another_record_of_the_same_purchase() {
        String purchase = Receipts.anotherPurchase();
        String first = post("/v1/purchases", purchase).statusCode(202).extract().path("purchaseId");
        String second =
                post("/v1/purchases", purchase).statusCode(202).extract().path("purchaseId");

        assertEquals(first, second);
        List<Said> said = about(UUID.fromString(first));
        assertEquals(2, said.size());
        assertNotEquals(said.get(0).envelope().eventId(), said.get(1).envelope().eventId());
        assertEquals(said.get(0).partition(), said.get(1).partition());
    }

    @Test
    void a_refund_lies_beside_its_purchase() {
        RefundPosted posted = recorded(Receipts.refund(r -> r.put("receipt", Receipts.number())));

        assertEquals(ORIGINAL, posted.originalId());
    }

    @Test
    void a_refund_is_in_the_currency_of_the_installation_unless_it_says_so_itself() {
        String receipt = Receipts.number();
        RefundPosted silent =
                recorded(Receipts.refund(r -> r.put("receipt", receipt).remove("currency")));
        RefundPosted explicit =
                recorded(Receipts.refund(r -> r.put("receipt", receipt).put("currency", "USD")));

        assertEquals("USD", silent.refund().currency());
        assertEquals(explicit.refund(), silent.refund());
        post("/v1/refunds", Receipts.refund(r -> r.put("currency", "EUR"))).statusCode(422);
    }

    private static RefundPosted recorded(String refund) {
        String id = post("/v1/refunds", refund).statusCode(202).extract().path("refundId");
        return about(ORIGINAL).stream()
                .map(Said::event)
                .filter(RefundPosted.class::isInstance)
                .map(RefundPosted.class::cast)
                .filter(posted -> posted.refundId().toString().equals(id))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void a_touchpoint_is_named_by_its_source_and_reference() {
        String ref = Receipts.number();
        UUID id = UUID.fromString(post("/v1/touchpoints", Receipts.touchpoint(t -> t.put("ref", ref)))
                .statusCode(202)
                .extract()
                .path("touchpointId"));

        TouchpointPosted posted = (TouchpointPosted) only(id).event();
        assertTrue(posted.touchpoint().source().startsWith("store-key:"));
        assertEquals(NaturalKeys.touchpoint(posted.touchpoint().source(), ref), id);
    }

    @Test
    void a_till_posts_for_its_own_stores_only() {
        post("/v1/purchases", Receipts.purchase(p -> p.put("store", "S-002")))
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        post("/v1/refunds", Receipts.refund(r -> r.put("store", "S-002"))).statusCode(403);
        post("/v1/touchpoints", Receipts.touchpoint(t -> t.put("store", "S-002")))
                .statusCode(403);
    }

    @Test
    void what_was_lines_short_is_too_large_when_spelled_out() {
        String purchase = Receipts.purchase(p -> {
            var lines = p.putArray("lines");
            for (int i = 0; i < 2_000; i++) lines.addObject().put("amount", 1).put("category", "c".repeat(60));
            p.put("total", 2_000);
        });
        assertTrue(purchase.length() < 256 << 10);
        post("/v1/purchases", purchase).statusCode(413).body("code", equalTo("too_large"));
    }

    private static ValidatableResponse post(String path, String body) {
        return given().header("Authorization", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static Said only(UUID subject) {
        List<Said> said = about(subject);
        assertEquals(1, said.size());
        return said.get(0);
    }

    private static List<Said> about(UUID subject) {
        return Listener.all(Topic.INTAKE).stream()
                .filter(said -> ((Intake) said.event()).subject().equals(subject))
                .toList();
    }
}
