package io.regulars.gateway.adjustment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Adjusting;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is refused at the gateway already. Nobody stands behind it: what passes is answered 503. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class AdjustmentDoorsTest {

    private static final String MEMBER = "/v1/members/" + UUID.randomUUID();

    @Test
    void an_adjustment_says_how_many_and_why() {
        adjusts(Adjusting.GIVEN, "k1").statusCode(503);
        adjusts(Adjusting.GIVEN, null).statusCode(400).body("code", equalTo("idempotency_key_missing"));
        adjusts("{}", "k2").statusCode(422).body("errors.pointer", hasItems("/points", "/kind", "/reason"));
        adjusts("{\"points\":0,\"kind\":\"gift\",\"reason\":\" \"}", "k3")
                .statusCode(422)
                .body("errors.pointer", hasItems("/points", "/kind", "/reason"));
        adjusts("{\"points\":1.5,\"kind\":\"goodwill\",\"reason\":\"x\"}", "k4").statusCode(422);
        adjusts("{\"points\":1,\"kind\":\"goodwill\",\"reason\":\"paid with 4111 1111 1111 1111\"}", "k5")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        adjusts("{\"points\":1,\"kind\":\"goodwill\",\"reason\":\"x\",\"by\":\"me\"}", "k6")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/by"));
    }

    @Test
    void a_verdict_and_a_longer_life_name_their_reason() {
        String adjustment = "/adjustments/" + UUID.randomUUID();
        posts(adjustment + "/approve", "{}", "k1").statusCode(503);
        posts(adjustment + "/refuse", "{}", "k2").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        posts("/adjustments/mine/approve", "{}", "k0").statusCode(404);
        posts("/lots/3/extend", Adjusting.LONGER, "k3").statusCode(503);
        posts("/lots/3/reinstate", "{}", "k4")
                .statusCode(422)
                .body("errors.pointer", hasItems("/expiresAt", "/reason"));
        posts("/lots/three/extend", Adjusting.LONGER, "k5").statusCode(404);
        posts("/lots/0/reinstate", Adjusting.LONGER, "k6").statusCode(404);
    }

    @Test
    void pages_and_files_keep_to_their_measure() {
        admin().get(MEMBER + "/lots?limit=101").then().statusCode(422);
        admin().get(MEMBER + "/lots?limit=5&programme=regulars").then().statusCode(503);
        admin().get(MEMBER + "/adjustments?limit=0").then().statusCode(422);
        imports("a\n", "?dryRun=true").statusCode(503);
        imports("a\n", "?dryRun=maybe").statusCode(422).body("errors[0].pointer", equalTo("/dryRun"));
        imports("#".repeat((4 << 20) + 1), "").statusCode(413);
        admin().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/opening-balances")
                .then()
                .statusCode(415);
    }

    private static ValidatableResponse adjusts(String body, String key) {
        return posts("/adjustments", body, key);
    }

    private static ValidatableResponse posts(String path, String body, String key) {
        RequestSpecification request = admin().contentType(ContentType.JSON).body(body);
        if (key != null) request.header("Idempotency-Key", key + UUID.randomUUID());
        return request.post(MEMBER + path).then();
    }

    private static ValidatableResponse imports(String file, String query) {
        return admin().config(Adjusting.PLAIN)
                .contentType("text/csv")
                .body(file)
                .post("/v1/opening-balances" + query)
                .then();
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", Callers.staff("admin"));
    }
}
