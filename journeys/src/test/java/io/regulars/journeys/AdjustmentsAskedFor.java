package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static io.regulars.journeys.TheSuite.as;

import io.regulars.local.command.OperatorToken;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What docs/authorisation.csv asks of points by hand. Each time there is something new to approve or to put off; nothing
 * expires while the tests run, so what is reinstated is refused for that reason and no other.
 */
record AdjustmentsAskedFor(String customer) {

    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));
    private static final Instant NEXT_YEAR = Instant.now().plus(365, ChronoUnit.DAYS);

    Response asks(String operation, RequestSpecification request) {
        String member = "/v1/members/" + customer;
        return switch (operation) {
            case "getLots" -> request.get(member + "/lots");
            case "listAdjustments" -> request.get(member + "/adjustments");
            case "adjustPoints" -> adjusts(keyed(request), 10);
            case "approveAdjustment" -> keyed(request).body(Map.of()).post(proposal() + "/approve");
            case "refuseAdjustment" ->
                keyed(request).body(Map.of("reason", "too many")).post(proposal() + "/refuse");
            case "listProposedMerges" -> request.get("/v1/members/merges");
            case "acceptMerge" ->
                keyed(request).body(Map.of("reason", "one person")).post(merge() + "/accept");
            case "refuseMerge" ->
                keyed(request).body(Map.of("reason", "two people")).post(merge() + "/refuse");
            case "extendLot" -> keyed(request).body(longer()).post(member + "/lots/" + lot() + "/extend");
            case "reinstateLot" -> keyed(request).body(longer()).post(member + "/lots/" + lot() + "/reinstate");
            case "importOpeningBalances" ->
                request.config(PLAIN)
                        .contentType("text/csv")
                        .body("customerId,points,earnedAt,reference\n" + customer + ",5,2026-01-31," + anId() + "\n")
                        .post("/v1/opening-balances");
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** One that nobody has heard of: what was told is decided once. */
    private static String merge() {
        return "/v1/members/merges/" + anId();
    }

    /** Somebody else proposes; who is nobody's member has nothing that could be decided. */
    private String proposal() {
        Response proposed = adjusts(keyed(as(somebodyElse())), 5_000);
        String id = proposed.statusCode() == 200 ? proposed.path("adjustmentId") : anId();
        return "/v1/members/" + customer + "/adjustments/" + id;
    }

    private Number lot() {
        Response given = adjusts(keyed(as(somebodyElse())), 5);
        if (given.statusCode() != 200) return 1;
        return as(somebodyElse()).get("/v1/members/" + customer + "/lots").path("data[0].number");
    }

    private Response adjusts(RequestSpecification request, long points) {
        Map<String, Object> wish = new HashMap<>(Map.of("points", points, "kind", "goodwill", "reason", "cold coffee"));
        wish.put("expiresAt", NEXT_YEAR.toString());
        return request.body(wish).post("/v1/members/" + customer + "/adjustments");
    }

    private static Map<String, Object> longer() {
        return Map.of("expiresAt", NEXT_YEAR.plus(1, ChronoUnit.DAYS).toString(), "reason", "a long illness");
    }

    private static RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", anId());
    }

    private static String anId() {
        return UUID.randomUUID().toString();
    }

    private static String somebodyElse() {
        return OperatorToken.signedWith(SUITE.secrets())
                .mint("proposer", List.of("support-adjust"), Duration.ofHours(1));
    }
}
