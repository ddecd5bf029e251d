package io.regulars.crm;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.regulars.platform.testing.Contexts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** Asks the crm as the gateway does. */
public final class Doors {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Doors() {}

    public static RequestSpecification asGateway() {
        return given().header("Authorization", Contexts.as("gateway", "crm"));
    }

    public static Response get(String path, Object... parts) {
        return asGateway().get(path, parts);
    }

    /** The receipt once it has arrived. */
    public static JsonPath receipt(UUID id) {
        return receipt(id, arrived -> true);
    }

    public static JsonPath receipt(UUID id, Predicate<JsonPath> as) {
        return once("/internal/receipts/{id}", id, as);
    }

    public static UUID customerOf(UUID receiptId) {
        return receipt(receiptId).getUUID("customerId");
    }

    /** The timeline once it has so many lines. */
    public static JsonPath timeline(Object id, int lines) {
        return once(
                "/v1/customers/{id}/timeline?limit=100",
                id,
                it -> it.getList("data").size() >= lines);
    }

    public static JsonPath once(String path, Object id, Predicate<JsonPath> as) {
        return await().atMost(PATIENCE)
                .until(() -> get(path, id), answer -> answer.statusCode() == 200 && as.test(answer.jsonPath()))
                .jsonPath();
    }
}
