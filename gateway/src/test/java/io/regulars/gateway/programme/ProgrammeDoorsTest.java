package io.regulars.gateway.programme;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** What is refused at the gateway already. Nobody stands behind it: what passes is answered 503. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class ProgrammeDoorsTest {

    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                    .encodeContentTypeAs("application/zip", ContentType.TEXT));

    @Test
    void a_document_is_handed_on_as_yaml_or_json_with_a_key_and_within_its_size() {
        drafts("application/yaml", "id: x", "k1", "").statusCode(503);
        drafts("application/json", "{}", "k2", "").statusCode(503);
        drafts("application/yaml", "id: x", null, "?dryRun=true").statusCode(503);
        drafts("application/yaml", "id: x", null, "").statusCode(400).body("code", equalTo("idempotency_key_missing"));
        drafts("application/yaml", "id: x", "k3", "?dryRun=yes")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/dryRun"));
        drafts("application/zip", "id: x", "k4", "").statusCode(415);
        drafts("application/yaml", "#".repeat(257 << 10), "k5", "").statusCode(413);
    }

    @Test
    void what_is_published_names_a_number_and_an_instant() {
        publishes("{}", "k1").statusCode(503);
        publishes("{\"inForceFrom\":\"2030-01-01T00:00:00+01:00\"}", "k2").statusCode(503);
        publishes("{}", null).statusCode(400);
        publishes("{\"inForceFrom\":\"tomorrow\"}", "k3")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/inForceFrom"));
        publishes("{\"at\":1}", "k4").statusCode(422).body("errors[0].pointer", equalTo("/at"));
        marketing().get("/v1/programmes/x/versions/2/diff?against=one").then().statusCode(422);
        marketing().get("/v1/programmes/x/versions/2/diff").then().statusCode(422);
        marketing().get("/v1/programmes/x/versions/two").then().statusCode(404);
        marketing().get("/v1/programmes/x/versions?limit=1000").then().statusCode(422);
    }

    @Test
    void what_is_withdrawn_has_a_reason_and_a_key() {
        withdraws("{\"reason\":\"a typo\"}", "k1").statusCode(503);
        withdraws("{\"reason\":\"a typo\"}", null).statusCode(400);
        withdraws("{}", "k2").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        withdraws("{\"reason\":\"a typo\",\"at\":1}", "k3").statusCode(422).body("errors[0].pointer", equalTo("/at"));
    }

    @Test
    void what_waits_for_a_second_person_is_read_in_pages() {
        marketing().get("/v1/approvals?kind=adjustment&limit=5").then().statusCode(503);
        marketing().get("/v1/approvals?limit=101").then().statusCode(422);
    }

    @Test
    void a_simulation_tells_everything_that_is_wrong_with_its_purchase() {
        simulates("{\"purchase\":{\"total\":500,\"lines\":[{\"amount\":500}]}}").statusCode(503);
        simulates("{\"document\":{\"id\":\"x\"},\"purchase\":{\"total\":500}}").statusCode(503);
        simulates("{}").statusCode(422).body("errors[0].pointer", equalTo("/purchase"));
        simulates("{\"version\":1,\"document\":{},\"purchase\":{\"lines\":[{\"line\":0}]},\"member\":{\"visits\":-1}}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/version",
                                "/purchase/total",
                                "/purchase/lines/0/line",
                                "/purchase/lines/0/amount",
                                "/member/visits"));
        simulates("{\"purchase\":{\"total\":400,\"lines\":[{\"amount\":500}]}}")
                .statusCode(422)
                .body("code", equalTo("total_mismatch"));
    }

    @Test
    void a_switch_is_turned_with_a_reason() {
        turns("{\"what\":\"spending\",\"stopped\":true,\"reason\":\"a leak\"}").statusCode(503);
        turns("{\"what\":\"spending\"}").statusCode(422).body("errors.pointer", hasItems("/stopped", "/reason"));
    }

    private static RequestSpecification marketing() {
        return given().config(PLAIN).header("Authorization", Callers.staff("marketing"));
    }

    private static ValidatableResponse drafts(String type, String document, String key, String query) {
        RequestSpecification request = marketing().contentType(type).body(document);
        if (key != null) request.header("Idempotency-Key", key);
        return request.post("/v1/programmes" + query).then();
    }

    private static ValidatableResponse publishes(String body, String key) {
        RequestSpecification request = marketing().contentType(ContentType.JSON).body(body);
        if (key != null) request.header("Idempotency-Key", key);
        return request.post("/v1/programmes/x/versions/2/publish").then();
    }

    private static ValidatableResponse withdraws(String body, String key) {
        RequestSpecification request = marketing().contentType(ContentType.JSON).body(body);
        if (key != null) request.header("Idempotency-Key", key);
        return request.post("/v1/programmes/x/versions/2/withdraw").then();
    }

    private static ValidatableResponse simulates(String body) {
        return marketing()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/programmes/x/simulate")
                .then();
    }

    private static ValidatableResponse turns(String body) {
        return given().header("Authorization", Callers.staff("ops"))
                .header("Idempotency-Key", "k")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/programmes/x/switches")
                .then();
    }
}
