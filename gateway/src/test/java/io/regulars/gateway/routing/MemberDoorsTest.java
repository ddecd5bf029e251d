package io.regulars.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused at the gateway already. Nobody stands behind it: what passes is answered 503. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class MemberDoorsTest {

    private static final String ANA = "/v1/members/0198c1f0-6f3a-7c41-9d52-2b7c5a1e4f10";

    @Test
    void a_tier_is_given_with_a_reason_and_an_end_where_it_needs_one() {
        gives("{'tier':'gold','why':'given','reason':'a letter'}").statusCode(503);
        gives("{'tier':'gold','why':'given','until':'2030-01-31','reason':'a letter'}")
                .statusCode(503);
        gives("{}").statusCode(422).body("errors.pointer", hasItems("/tier", "/why", "/reason"));
        gives("{'tier':'gold','why':'statusMatch','reason':'a letter'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        gives("{'tier':'gold','why':'lifetime','until':'2030-01-31','reason':'a letter'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        gives("{'tier':'gold','why':'bribed','reason':'a letter'}").statusCode(422);
        gives("{'tier':'gold','why':'given','until':'soon','reason':'a letter'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        admin().body(json("{'tier':'gold','reason':'x'}"))
                .put(ANA + "/tier/lock")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_missing"));
        keyed(admin()).delete(ANA + "/tier/lock").then().statusCode(422);
        keyed(admin()).delete(ANA + "/tier/lock?reason=over").then().statusCode(503);
        admin().delete(ANA + "/tier/lock?reason=over").then().statusCode(400);
    }

    @Test
    void a_benefit_is_used_in_one_of_the_keys_stores() {
        uses("{'store':'S-001','reference':'R-1'}").statusCode(503);
        uses("{'reference':'R-1'}").statusCode(503);
        uses("{'store':'S-002','reference':'R-1'}").statusCode(403);
        uses("{'store':'S-001'}").statusCode(422).body("errors[0].pointer", equalTo("/reference"));
    }

    @Test
    void leaving_has_a_key_and_a_status_a_reason() {
        keyed(admin()).delete(ANA + "/membership").then().statusCode(503);
        admin().delete(ANA + "/membership").then().statusCode(400);
        keyed(admin()).delete("/v1/members/nobody/membership").then().statusCode(404);
        status("{'status':'deceased','reason':'a letter'}").statusCode(503);
        status("{'status':'deceased'}").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        status("{'status':'new','reason':'a letter'}").statusCode(422);
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", Callers.staff("admin")).contentType(ContentType.JSON);
    }

    private static RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", "k");
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static ValidatableResponse gives(String grant) {
        return keyed(admin()).body(json(grant)).post(ANA + "/tier/grants").then();
    }

    private static ValidatableResponse status(String wanted) {
        return keyed(admin()).body(json(wanted)).put(ANA + "/status").then();
    }

    private static ValidatableResponse uses(String use) {
        String key = Callers.storeKey(List.of("S-001"), "redeem");
        return keyed(given().header("Authorization", key).contentType(ContentType.JSON))
                .body(json(use))
                .post(ANA + "/benefits/lounge/use")
                .then();
    }
}
