package io.regulars.gateway.testing;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** What the authorisation matrix asks of memberships and tiers. */
final class MemberOperations {

    private MemberOperations() {}

    static int call(String operation, RequestSpecification request, String member, String store) {
        request.contentType(ContentType.JSON);
        return switch (operation) {
            case "getTier" -> request.get(member + "/tier").statusCode();
            case "giveTier" ->
                request.body("{\"tier\":\"bronze\",\"why\":\"lifetime\",\"reason\":\"a test\"}")
                        .post(member + "/tier/grants")
                        .statusCode();
            case "lockTier" ->
                request.body("{\"tier\":\"bronze\",\"reason\":\"a test\"}")
                        .put(member + "/tier/lock")
                        .statusCode();
            case "unlockTier" ->
                request.delete(member + "/tier/lock?reason=a%20test").statusCode();
            case "useBenefit" ->
                request.body("{\"store\":\"" + store + "\",\"reference\":\"R-1\"}")
                        .post(member + "/benefits/lounge/use")
                        .statusCode();
            case "endMembership" -> request.delete(member + "/membership").statusCode();
            case "leave" -> request.delete("/v1/me/memberships/regulars").statusCode();
            case "setMemberStatus" ->
                request.body("{\"status\":\"active\",\"reason\":\"a test\"}")
                        .put(member + "/status")
                        .statusCode();
            default -> throw new IllegalArgumentException(operation);
        };
    }
}
