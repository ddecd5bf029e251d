package io.regulars.gateway.testing;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;

/** One request for each operation about how customers are recognised. */
final class Recognising {

    static final Set<String> OPERATIONS = Set.of(
            "listStores",
            "getStore",
            "setStore",
            "listBlockedValues",
            "blockValue",
            "unblockValue",
            "listSuggestions",
            "listPassedOver",
            "countPassedOver");

    private Recognising() {}

    static int asks(String operation, RequestSpecification request, String id) {
        Response answer = switch (operation) {
            case "listStores" -> request.get("/v1/stores");
            case "getStore" -> request.get("/v1/stores/S-001");
            case "setStore" -> said(request, "{\"region\":\"AT\"}").put("/v1/stores/S-001");
            case "listBlockedValues" -> request.get("/v1/identity/blocked");
            case "blockValue" ->
                said(request, "{\"type\":\"card\",\"value\":\"9800\",\"reason\":\"a test\"}")
                        .post("/v1/identity/blocked");
            case "unblockValue" -> request.delete("/v1/identity/blocked/" + id);
            case "listSuggestions" -> request.get("/v1/suggestions");
            case "listPassedOver" -> request.get("/v1/identity/passed-over");
            case "countPassedOver" -> request.get("/v1/identity/passed-over/counts");
            default -> throw new IllegalArgumentException(operation);
        };
        return answer.statusCode();
    }

    private static RequestSpecification said(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON).body(body);
    }
}
