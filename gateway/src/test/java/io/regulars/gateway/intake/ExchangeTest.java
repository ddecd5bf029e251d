package io.regulars.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Event;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
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
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class ExchangeTest {

    private static String key;
    private final String exchange = Undoing.exchange("S-001");

    @BeforeEach
    void aTill() {
        if (key == null) key = Callers.storeKey(List.of("S-001"), "record");
    }

    @Test
    void both_parts_are_recorded_and_the_net_is_shown() {
        post(exchange, "")
                .then()
                .statusCode(202)
                .body("status", equalTo("accepted"))
                .body("net", equalTo(2_599 - 500))
                .body("currency", equalTo("USD"));

        assertEquals(2, posted(exchange).size());
    }

    @Test
    void who_waits_is_told_what_both_brought() {
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> post(exchange, "wait=5"));
        List<Said> both = await().atMost(Duration.ofSeconds(4)).until(() -> posted(exchange), all -> all.size() == 2);
        for (Said said : both) {
            boolean back = said.event() instanceof RefundPosted;
            UUID id = back ? ((RefundPosted) said.event()).refundId() : ((PurchasePosted) said.event()).purchaseId();
            Points points = back ? new Points(-5, 0, 95) : new Points(25, 0, 120);
            Outcome outcome = back ? Outcome.REVERSED : Outcome.EARNED;
            answer(said, Topic.MEMBERSHIPS, assessed(id, outcome, points));
        }

        answer.join()
                .then()
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("points.taken", equalTo(5))
                .body("points.earned", equalTo(25))
                .body("points.net", equalTo(20))
                .body("refund.outcome", equalTo("reversed"))
                .body("purchase.points.balance", equalTo(120));
    }

    @Test
    void one_bad_part_keeps_the_other_out() {
        String wrong = changed(both -> {
            both.withObject("/refund").put("receipt", "");
            both.withObject("/purchase").put("total", 1);
        });
        post(wrong, "").then().statusCode(422).body("errors.pointer", hasItems("/refund/receipt", "/purchase/total"));
        post(changed(both -> both.withObject("/purchase").put("store", "S-002")), "")
                .then()
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/purchase/store"));
        post("{\"refund\":null,\"third\":1}", "")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/purchase", "/third"));

        assertEquals(0, posted(exchange).size());
    }

    @Test
    void a_part_that_is_too_large_keeps_the_other_out() {
        String large = changed(both -> {
            ArrayNode lines = both.withObject("/purchase")
                    .put("total", 2_000)
                    .put("tip", 0)
                    .putArray("lines");
            for (int i = 0; i < 2_000; i++) {
                lines.addObject()
                        .put("sku", "sku-of-twenty-" + (100_000 + i))
                        .put("category", "beans")
                        .put("quantity", 1)
                        .put("amount", 1);
            }
            both.withObject("/purchase").remove(List.of("applied", "tenders"));
        });
        post(large, "").then().statusCode(413);
        post(large, "wait=1").then().statusCode(413);

        assertEquals(0, posted(exchange).size());
    }

    @Test
    void who_hears_of_a_conflict_hears_what_became_of_the_other_part() {
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> post(exchange, "wait=5"));
        List<Said> both = await().atMost(Duration.ofSeconds(4)).until(() -> posted(exchange), all -> all.size() == 2);
        for (Said said : both) {
            if (said.event() instanceof RefundPosted back) {
                answer(said, Topic.TOUCHPOINTS, new ReceiptConflicted(back.refundId(), null, Instant.now()));
            }
            if (said.event() instanceof PurchasePosted bought) {
                answer(said, Topic.MEMBERSHIPS, assessed(bought.purchaseId(), Outcome.EARNED, new Points(25, 0, 120)));
            }
        }
        UUID purchase = both.stream()
                .filter(said -> said.event() instanceof PurchasePosted)
                .map(said -> ((PurchasePosted) said.event()).purchaseId())
                .findFirst()
                .orElseThrow();

        answer.join()
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("receipt_conflict"))
                .body("errors[0].pointer", equalTo("/refund"))
                .body("other.part", equalTo("purchase"))
                .body("other.id", equalTo(purchase.toString()))
                .body("other.status", equalTo("applied"));
    }

    private static void answer(Said said, Topic topic, Event event) {
        Speaker.sayTo(
                topic, event, said.envelope().correlationId(), said.envelope().replyTo());
    }

    private static PurchaseAssessed assessed(UUID id, Outcome outcome, Points points) {
        return new PurchaseAssessed(
                id, UUID.randomUUID(), outcome, "regulars", List.of(), points, "base", Instant.now());
    }

    private String changed(Consumer<ObjectNode> change) {
        return Receipts.changed(exchange, change);
    }

    private static List<Said> posted(String exchange) {
        Predicate<String> ours = receipt -> exchange.contains("\"" + receipt + "\"");
        return Listener.all(Topic.INTAKE).stream()
                .filter(said -> said.event() instanceof RefundPosted back
                                && ours.test(back.refund().receipt())
                        || said.event() instanceof PurchasePosted bought
                                && ours.test(bought.purchase().receipt()))
                .toList();
    }

    private static Response post(String body, String prefer) {
        return given().header("Authorization", key)
                .header("Prefer", prefer)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/exchanges");
    }
}
