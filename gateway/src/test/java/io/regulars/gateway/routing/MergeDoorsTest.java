package io.regulars.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What is refused at the gateway already. Nobody stands behind it: what passes is answered 503. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class MergeDoorsTest {

    private static final String ANA = "0198c1f0-6f3a-7c41-9d52-2b7c5a1e4f10";

    @Test
    void whoever_may_be_named_in_an_address_may_be_merged_and_nobody_by_what_should_not_stand_there() {
        for (String with : new String[] {ANA, "card:9840001", "external:crm/7"}) {
            posts("merge", "{'with':'" + with + "','reason':'one person'}").statusCode(503);
            posts("merge/preview", "{'with':'" + with + "'}").statusCode(503);
        }
        for (String with : new String[] {"ana@example.com", "+431", "", "card"}) {
            posts("merge", "{'with':'" + with + "','reason':'one person'}")
                    .statusCode(422)
                    .body("errors.pointer", hasItems("/with"));
        }
    }

    @Test
    void all_that_is_missing_is_said_at_once() {
        posts("merge", "{}").statusCode(422).body("errors.pointer", hasItems("/with", "/reason"));
        posts("merge", "{'with':'" + ANA + "','reason':'4111 1111 1111 1111'}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/reason"));
        posts("unmerge", "{}").statusCode(422).body("errors.pointer", hasItems("/mergeId", "/reason"));
        posts("unmerge", "{'mergeId':'7','reason':'x'}").statusCode(422);
        posts("merge", "{'with':'" + ANA + "','reason':'x','survivor':1}").statusCode(422);
    }

    @Test
    void a_command_needs_a_key_and_a_look_does_not() {
        String body = "{'with':'" + ANA + "','reason':'one person'}";
        asks(null, "merge", body).statusCode(400);
        asks(null, "merge/preview", body).statusCode(503);
        asks(null, "unmerge", "{'mergeId':'" + ANA + "','reason':'x'}").statusCode(400);
    }

    private static ValidatableResponse posts(String door, String json) {
        return asks("a key", door, json);
    }

    private static ValidatableResponse asks(String key, String door, String json) {
        var request = given().header("Authorization", Callers.staff("support-adjust"));
        if (key != null) request.header("Idempotency-Key", key);
        return request.contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/customers/" + ANA + "/" + door)
                .then();
    }
}
