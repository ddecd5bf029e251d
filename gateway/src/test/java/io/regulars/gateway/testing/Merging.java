package io.regulars.gateway.testing;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** What the authorisation matrix asks of merges. */
final class Merging {

    private Merging() {}

    static int asks(String operation, RequestSpecification request) {
        request.contentType(ContentType.JSON);
        String customer = "/v1/customers/" + UUID.randomUUID();
        String with = "{\"with\":\"" + UUID.randomUUID() + "\",\"reason\":\"a test\"}";
        String merge = "{\"mergeId\":\"" + UUID.randomUUID() + "\",\"reason\":\"a test\"}";
        return switch (operation) {
            case "mergeCustomers" ->
                request.body(with).post(customer + "/merge").statusCode();
            case "previewMerge" ->
                request.body(with).post(customer + "/merge/preview").statusCode();
            case "unmergeCustomers" ->
                request.body(merge).post(customer + "/unmerge").statusCode();
            case "listMerges" -> request.get(customer + "/merges").statusCode();
            default -> throw new IllegalArgumentException(operation);
        };
    }
}
