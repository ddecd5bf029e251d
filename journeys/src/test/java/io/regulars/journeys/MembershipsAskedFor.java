package io.regulars.journeys;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * What docs/authorisation.csv asks of memberships and tiers, in ways that leave Ana as she is: she leaves a programme she
 * is not in, and is given a tier she has.
 */
final class MembershipsAskedFor {

    private static final String NOWHERE = "?programme=nowhere";

    private MembershipsAskedFor() {}

    static Response asks(String operation, RequestSpecification asked, String customerId, String store) {
        RequestSpecification request =
                asked.header("Idempotency-Key", UUID.randomUUID().toString());
        String member = "/v1/members/" + customerId;
        return switch (operation) {
            case "getTier" -> request.get(member + "/tier");
            case "giveTier" ->
                request.body(Map.of("tier", "bronze", "why", "lifetime", "reason", "she has it"))
                        .post(member + "/tier/grants");
            case "lockTier" ->
                request.body(Map.of("tier", "bronze", "reason", "a test")).put(member + "/tier/lock" + NOWHERE);
            case "unlockTier" -> request.delete(member + "/tier/lock" + NOWHERE + "&reason=none");
            case "useBenefit" ->
                request.body(Map.of("store", store, "reference", "R-1")).post(member + "/benefits/lounge/use");
            case "endMembership" -> request.delete(member + "/membership" + NOWHERE);
            case "leave" -> request.delete("/v1/me/memberships/nowhere");
            case "setMemberStatus" ->
                request.body(Map.of("status", "active", "reason", "she is")).put(member + "/status");
            default -> throw new IllegalArgumentException(operation);
        };
    }
}
