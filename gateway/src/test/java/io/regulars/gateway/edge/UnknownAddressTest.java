package io.regulars.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.platform.http.Problem;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class UnknownAddressTest {

    @Test
    void what_is_not_there_is_a_problem_and_not_a_page() {
        problem(given().get("/v1/nothing").then(), 404, "not_found");
        problem(given().get("/").then(), 404, "not_found");
        problem(given().get("/v1/purchases/").then(), 405, "method_not_allowed");
        problem(given().put("/v1/purchases").then(), 405, "method_not_allowed");
        problem(given().request("TRACE", "/v1/time").then(), 405, "method_not_allowed");
    }

    @Test
    void names_that_cannot_be_are_nobody() {
        for (String id : new String[] {"ana@example.com", "1", "00000000-0000-0000-0000-00000000000g", "email:ana"}) {
            problem(
                    given().header("Authorization", Callers.staff("support"))
                            .get("/v1/customers/" + id)
                            .then(),
                    404,
                    "not_found");
        }
    }

    @Test
    void pages_have_bounds() {
        String path = "/v1/customers/00000000-0000-7000-8000-000000000000/timeline?limit=";
        for (String limit : new String[] {"0", "101", "-1", "x", "1000000"}) {
            problem(
                    given().header("Authorization", Callers.staff("support"))
                            .get(path + limit)
                            .then(),
                    422,
                    "invalid");
        }
    }

    @Test
    void every_list_has_bounds() {
        for (String list : new String[] {"/v1/store-keys", "/v1/receipt-conflicts"}) {
            for (String limit : new String[] {"abc", "0", "101", "1.5", "99999999999"}) {
                problem(as("admin").get(list + "?limit=" + limit).then(), 422, "invalid")
                        .body("errors[0].pointer", equalTo("/limit"));
            }
        }
    }

    @Test
    void an_address_is_spelled_in_one_way() {
        for (String path : new String[] {
            "/%69nternal/journal/0",
            "/internal/journal/0",
            "/i%6Eternal/parked",
            "/v1/%74ime",
            "/v1/customers/card:9%2D1"
        }) {
            problem(as("admin").urlEncodingEnabled(false).get(path).then(), 404, "not_found");
        }
        for (String path :
                new String[] {"/v1/customers/card:1", "/v1/customers/card%3A1", "/v1/customers/card:a%20b"}) {
            problem(as("admin").urlEncodingEnabled(false).get(path).then(), 503, "unavailable");
        }
    }

    @Test
    void what_is_parked_is_asked_for_by_a_service_and_replayed_by_a_subject() {
        problem(as("ops").get("/v1/parked?service=gateway").then(), 422, "invalid")
                .body("errors[0].pointer", equalTo("/service"));
        problem(
                        as("ops")
                                .contentType("application/json")
                                .body("{}")
                                .post("/v1/parked/replay")
                                .then(),
                        422,
                        "invalid")
                .body("errors.pointer", equalTo(List.of("/service", "/view", "/subject")));
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", Callers.staff(role));
    }

    @Test
    void opting_in_needs_a_key_and_a_consent() {
        problem(
                given().header("Authorization", Callers.staff("support"))
                        .contentType("application/json")
                        .body(
                                "{\"customer\":{\"card\":\"1\"},\"consent\":{\"text\":\"a\",\"version\":\"1\",\"channel\":\"web\"}}")
                        .post("/v1/members")
                        .then(),
                400,
                "idempotency_key_missing");
        problem(
                given().header("Authorization", Callers.staff("support"))
                        .contentType("application/json")
                        .header("Idempotency-Key", "1")
                        .body("{\"customer\":{\"card\":\"1\"}}")
                        .post("/v1/members")
                        .then(),
                422,
                "invalid");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType(Problem.MEDIA_TYPE).body("code", equalTo(code));
    }
}
