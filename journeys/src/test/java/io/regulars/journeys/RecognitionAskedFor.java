package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** One request for each operation about how customers are recognised. Of S-001 something is said, by whoever asks. */
final class RecognitionAskedFor {

    private static final Map<String, String> UTC = Map.of("zone", "UTC");

    private RecognitionAskedFor() {}

    static Response asks(String operation, String relation, RequestSpecification request) {
        boolean missing = relation.equals("missing");
        return switch (operation) {
            case "listStores" -> request.get("/v1/stores");
            case "getStore" -> request.get("/v1/stores/" + (missing ? UUID.randomUUID() : said()));
            case "setStore" -> request.body(UTC).put("/v1/stores/S-001");
            case "listBlockedValues" -> request.get("/v1/identity/blocked");
            case "blockValue" -> request.body(value()).post("/v1/identity/blocked");
            case "unblockValue" -> request.delete("/v1/identity/blocked/" + (missing ? UUID.randomUUID() : blocked()));
            case "listSuggestions" -> request.get("/v1/suggestions");
            case "listPassedOver" -> request.get("/v1/identity/passed-over");
            case "countPassedOver" -> request.get("/v1/identity/passed-over/counts");
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static String said() {
        as(staff("admin")).body(UTC).put("/v1/stores/S-001").then().statusCode(200);
        return "S-001";
    }

    private static String blocked() {
        Response blocked = as(staff("admin")).body(value()).post("/v1/identity/blocked");
        return blocked.then().statusCode(200).extract().path("blockedId");
    }

    private static Map<String, String> value() {
        return Map.of("type", "card", "value", "96" + UUID.randomUUID(), "reason", "a test");
    }
}
