package io.regulars.crm.merge;

import static io.restassured.RestAssured.given;

import io.regulars.platform.access.Caller;
import io.regulars.platform.testing.Contexts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Kim at the desk, who says that two customers are one and that they are not. */
public final class Merging {

    private Merging() {}

    public static UUID merges(Object survivor, Object with) {
        return done(merge(UUID.randomUUID(), survivor, with)).getUUID("mergeId");
    }

    static Response merge(Object key, Object survivor, Object with) {
        return keyed(key)
                .body(Map.of("with", with, "reason", "same person"))
                .post("/v1/customers/{id}/merge", survivor);
    }

    public static JsonPath undoes(Object customer, UUID merge) {
        return done(undo(UUID.randomUUID(), customer, merge));
    }

    static Response undo(Object key, Object customer, UUID merge) {
        return keyed(key)
                .body(Map.of("mergeId", merge, "reason", "two persons"))
                .post("/v1/customers/{id}/unmerge", customer);
    }

    static RequestSpecification keyed(Object key) {
        return as(Contexts.staff("kim", "support-adjust")).header("Idempotency-Key", key);
    }

    public static RequestSpecification as(Caller caller) {
        return given().header("Authorization", Contexts.onBehalfOf("crm", caller))
                .contentType("application/json");
    }

    private static JsonPath done(Response answer) {
        return answer.then().statusCode(200).extract().jsonPath();
    }
}
