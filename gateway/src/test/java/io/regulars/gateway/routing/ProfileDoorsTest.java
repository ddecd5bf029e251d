package io.regulars.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
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
class ProfileDoorsTest {

    private static final String ANA = "/v1/customers/0198c1f0-6f3a-7c41-9d52-2b7c5a1e4f10";

    @Test
    void a_patch_is_an_object_that_can_be_read_and_what_stands_in_it_is_for_the_crm_to_judge() {
        patches(ANA, "application/json", "{'birthday':null,'attributes':{'diet':'vegan'}}")
                .statusCode(503);
        patches(ANA, "application/merge-patch+json", "{}").statusCode(503);
        patches("/v1/customers/card:9840001", "application/json", "{}").statusCode(503);
        patches(ANA, "application/json", "[]").statusCode(422);
        patches(ANA, "application/json", "{'birthday':null,'birthday':null}").statusCode(400);
        patches(ANA, "text/plain", "{}").statusCode(415);
    }

    @Test
    void what_is_said_of_a_person_is_text_that_hides_nothing_and_no_card() {
        for (String value :
                new String[] {"NaN", "'a\\u202Eb'", "'\\uD800'", "'\\u200B'", "'4111 1111 1111 1111'", "''"}) {
            patches(ANA, "application/json", "{'attributes':{'diet':" + value + "}}")
                    .statusCode(422)
                    .body("errors.pointer", hasItems("/attributes/diet"));
        }
    }

    @Test
    void nobody_is_named_by_what_should_not_stand_in_a_path() {
        patches("/v1/customers/ana@example.com", "application/json", "{}").statusCode(404);
    }

    @Test
    void a_made_up_member_is_born_on_a_day_there_is() {
        String member = "'member':{'birthday':{'month':2,'day':%s},'attributes':{'diet':'vegan'}}";
        simulates(member.formatted("29")).statusCode(503);
        simulates(member.formatted("30")).statusCode(422).body("errors.pointer", hasItems("/member/birthday/day"));
        simulates("'member':{'attributes':{'diet':null}}").statusCode(422);
        simulates("'member':{'attributes':{'diet':1}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/member/attributes/diet"));
    }

    private static ValidatableResponse simulates(String member) {
        return given().header("Authorization", Callers.staff("marketing"))
                .contentType("application/json")
                .body(("{'purchase':{'total':500}," + member + "}").replace('\'', '"'))
                .post("/v1/programmes/regulars/simulate")
                .then();
    }

    private static ValidatableResponse patches(String customer, String type, String json) {
        return given().header("Authorization", Callers.staff("support"))
                .header("Content-Type", type)
                .body(json.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .patch(customer)
                .then();
    }
}
