package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * What docs/authorisation.csv asks of merges. Somebody who is no member is merged and taken out again, so that whoever may
 * ask next finds it all as it was.
 */
final class MergesAskedFor {

    private static final String BEN = somebody();
    private static final String CLEO = somebody();
    private static String standing;

    private MergesAskedFor() {}

    static Response asks(String operation, RequestSpecification request, String customer) {
        String path = "/v1/customers/" + customer;
        return switch (operation) {
            case "mergeCustomers" -> merges(request, path);
            case "previewMerge" -> request.body(with(BEN)).post(path + "/merge/preview");
            case "unmergeCustomers" -> undoes(request, path);
            case "listMerges" -> request.get(path + "/merges");
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static Response merges(RequestSpecification request, String path) {
        Response answer = keyed(request).body(with(BEN)).post(path + "/merge");
        if (answer.statusCode() == 200) {
            undo(keyed(as(staff("admin"))), path, answer.path("mergeId")).then().statusCode(200);
        }
        return answer;
    }

    /** What one may undo the next one needs again. */
    private static Response undoes(RequestSpecification request, String path) {
        Response merged = keyed(as(staff("admin"))).body(with(CLEO)).post(path + "/merge");
        if (merged.statusCode() == 200) standing = merged.path("mergeId");
        return undo(keyed(request), path, standing);
    }

    private static Response undo(RequestSpecification request, String path, String merge) {
        return request.body(Map.of("mergeId", merge, "reason", "two persons")).post(path + "/unmerge");
    }

    private static Map<String, String> with(String customer) {
        return Map.of("with", customer, "reason", "one person");
    }

    private static RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String somebody() {
        return new Shopper("somebody")
                .buys("1", 5_00)
                .then()
                .statusCode(200)
                .extract()
                .path("customerId");
    }
}
