package io.regulars.gateway.testing;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** One request for each operation on a member's points by hand. */
public final class Adjusting {

    /** Comma-separated values, sent as they are. */
    public static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));

    public static final String LONGER = "{\"expiresAt\":\"2099-01-01T00:00:00Z\",\"reason\":\"a test\"}";
    public static final String GIVEN = "{\"points\":10,\"kind\":\"goodwill\",\"reason\":\"a test\"}";

    private Adjusting() {}

    static int asks(String operation, RequestSpecification request) {
        String member = "/v1/members/" + UUID.randomUUID();
        String merge = "/v1/members/merges/" + UUID.randomUUID();
        String adjustment = member + "/adjustments/" + UUID.randomUUID();
        return switch (operation) {
            case "getLots" -> request.get(member + "/lots").statusCode();
            case "listAdjustments" -> request.get(member + "/adjustments").statusCode();
            case "adjustPoints" -> post(request, member + "/adjustments", GIVEN);
            case "approveAdjustment" -> post(request, adjustment + "/approve", "{}");
            case "refuseAdjustment" -> post(request, adjustment + "/refuse", "{\"reason\":\"a test\"}");
            case "listProposedMerges" -> request.get("/v1/members/merges").statusCode();
            case "acceptMerge" -> post(request, merge + "/accept", "{\"reason\":\"a test\"}");
            case "refuseMerge" -> post(request, merge + "/refuse", "{\"reason\":\"a test\"}");
            case "extendLot" -> post(request, member + "/lots/1/extend", LONGER);
            case "reinstateLot" -> post(request, member + "/lots/1/reinstate", LONGER);
            case "importOpeningBalances" ->
                request.config(PLAIN)
                        .contentType("text/csv")
                        .body("customerId,points,earnedAt,reference\n")
                        .post("/v1/opening-balances?dryRun=true")
                        .statusCode();
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static int post(RequestSpecification request, String path, String body) {
        return request.contentType(ContentType.JSON).body(body).post(path).statusCode();
    }
}
