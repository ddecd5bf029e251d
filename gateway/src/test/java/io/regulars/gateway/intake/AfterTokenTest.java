package io.regulars.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.marks.Marks;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.Listener.Said;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every post gives a token that says where it lies, and a read takes it. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class AfterTokenTest {

    private static String key;

    @BeforeEach
    void aTill() {
        if (key == null) key = Callers.storeKey(List.of("S-001"), "record", "lookup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait=1"})
    void a_token_says_where_a_receipt_lies(String prefer) {
        Response answer = post("/v1/purchases", prefer, Receipts.anotherPurchase());
        Said said = said(answer.path("purchaseId"));

        assertEquals(
                "intake/" + said.partition() + "/" + said.offset(),
                token(answer).toString());
    }

    @Test
    void a_batch_gives_the_furthest_place_of_each_partition() {
        String batch = "[" + Receipts.anotherPurchase() + "," + Receipts.anotherPurchase() + ",{}]";
        Response answer = post("/v1/purchases/batch", "", batch);
        Marks marks = token(answer);

        for (int i = 0; i < 2; i++) {
            Said said = said(answer.path("data[" + i + "].purchaseId"));
            long furthest = marks.all().stream()
                    .filter(mark -> mark.partition() == said.partition())
                    .findFirst()
                    .orElseThrow()
                    .place();
            assertEquals(true, furthest >= said.offset());
        }
    }

    @Test
    void a_token_is_taken_by_every_read_and_a_garbled_one_by_none() {
        String token = post("/v1/purchases", "", Receipts.anotherPurchase()).header("Regulars-After");
        String id = UUID.randomUUID().toString();
        for (String read : List.of("/v1/purchases/" + id, "/v1/customers/" + id, "/v1/members/" + id + "/wallet")) {
            read(read, token).then().statusCode(503);
            for (String garbled : List.of("x", "%", "aW50YWtl", "a".repeat(9_000))) {
                read(read, garbled).then().statusCode(422).body("errors[0].pointer", equalTo("/Regulars-After"));
            }
        }
    }

    @Test
    void a_token_nobody_was_given_is_none_of_ours() {
        String given = post("/v1/purchases", "", Receipts.anotherPurchase()).header("Regulars-After");
        String seal = given.substring(given.indexOf('.'));
        String farAway = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("intake/0/4611686018427387904".getBytes(StandardCharsets.US_ASCII));

        for (String forged : List.of(farAway, farAway + seal, farAway + ".", given.substring(0, given.length() - 2))) {
            read("/v1/purchases/" + UUID.randomUUID(), forged)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("invalid"))
                    .body("errors[0].pointer", equalTo("/Regulars-After"));
        }
    }

    private static Response read(String path, String token) {
        return given().header("Authorization", key)
                .header("Regulars-After", token)
                .get(path);
    }

    private static Response post(String path, String prefer, String body) {
        return given().header("Authorization", key)
                .header("Prefer", prefer)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .response();
    }

    private static Marks token(Response answer) {
        String marks = answer.header("Regulars-After").split("\\.")[0];
        return Marks.read(new String(Base64.getUrlDecoder().decode(marks)));
    }

    private static Said said(String purchaseId) {
        return Listener.all(Topic.INTAKE).stream()
                .filter(each -> each.envelope().subject().toString().equals(purchaseId))
                .findFirst()
                .orElseThrow();
    }
}
