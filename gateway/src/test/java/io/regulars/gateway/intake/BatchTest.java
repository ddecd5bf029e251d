package io.regulars.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Topic;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.gateway.testing.Undoing;
import io.regulars.platform.testing.Listener;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class BatchTest {

    private static final String LINES = "application/x-ndjson";
    private static String key;

    @BeforeEach
    void aTill() {
        if (key == null) key = Callers.storeKey(List.of("S-001"), "record");
    }

    @Test
    void a_bad_item_refuses_only_itself() {
        String good = Receipts.number();
        String refund = Receipts.refund(r -> r.put("type", "refund").put("receipt", Receipts.number()));
        String body = "["
                + String.join(
                        ",",
                        Receipts.purchase(p -> p.put("receipt", good)),
                        Receipts.purchase(p -> p.put("receipt", good + "x").put("total", "2599")),
                        refund,
                        Receipts.purchase(p -> p.put("store", "S-002")),
                        "{\"type\":\"void\"}",
                        undone("S-001"),
                        undone("S-002"),
                        "[]",
                        Receipts.purchase(p -> p.put("type", "purchase").put("receipt", Receipts.number())),
                        "{\"store\":\"a\",\"store\":\"b\"}")
                + "]";

        post("application/json", body)
                .statusCode(202)
                .body(
                        "data.status",
                        contains(
                                "accepted",
                                "refused",
                                "accepted",
                                "refused",
                                "refused",
                                "accepted",
                                "refused",
                                "refused",
                                "accepted",
                                "refused"))
                .body("data.index", contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .body("data[1].problem.errors[0].pointer", equalTo("/total"))
                .body("data[3].problem.code", equalTo("forbidden"))
                .body("data[4].problem.errors.pointer", hasItem("/original"))
                .body("data[5].voidId", notNullValue())
                .body("data[6].problem.errors[0].pointer", equalTo("/original/store"))
                .body("data[9].problem.code", equalTo("malformed_json"));

        assertEquals(List.of(good), receiptsStartingWith(good));
    }

    private static String undone(String store) {
        String body = Undoing.body(Undoing.original(store, Receipts.number()));
        return Receipts.changed(body, item -> item.put("type", "void"));
    }

    @Test
    void a_broken_line_refuses_only_itself() {
        String body = Receipts.anotherPurchase() + "\n{\"store\":\n\n" + Receipts.anotherPurchase() + "\r\n";
        post(LINES, body)
                .statusCode(202)
                .body("data.status", contains("accepted", "refused", "accepted"))
                .body("data[1].problem.code", equalTo("malformed_json"));
    }

    @Test
    void a_broken_array_is_no_batch() {
        post("application/json", "[" + Receipts.anotherPurchase() + ",{\"store\":]")
                .statusCode(400);
        post("application/json", Receipts.anotherPurchase()).statusCode(400);
        post("application/json", "[]").statusCode(202).body("data", hasSize(0));
    }

    @Test
    void a_thousand_items_are_a_batch_and_one_more_is_not() {
        String item = Receipts.purchase(p -> {
            p.put("receipt", Receipts.number());
            p.remove(List.of("lines", "applied", "tenders"));
        });
        post("application/json", Collections.nCopies(1_001, item).toString()).statusCode(413);
        post("application/json", Collections.nCopies(1_000, item).toString())
                .statusCode(202)
                .body("data", hasSize(1_000))
                .body("data[999].status", equalTo("accepted"));
    }

    private static ValidatableResponse post(String type, String body) {
        return given().header("Authorization", key)
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(LINES, io.restassured.http.ContentType.TEXT)))
                .contentType(type)
                .body(body)
                .post("/v1/purchases/batch")
                .then();
    }

    private static List<String> receiptsStartingWith(String start) {
        return Listener.all(Topic.INTAKE, PurchasePosted.class).stream()
                .map(posted -> posted.purchase().receipt())
                .filter(receipt -> receipt.startsWith(start))
                .toList();
    }
}
