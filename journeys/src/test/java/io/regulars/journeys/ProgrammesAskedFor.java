package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;

import io.regulars.local.command.OperatorToken;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What docs/authorisation.csv asks of programmes: the club's own, written once more as it is, and of what is sold. */
final class ProgrammesAskedFor {

    private static final String CLUB = "/v1/programmes/regulars";

    private ProgrammesAskedFor() {}

    static Response asks(String operation, RequestSpecification request) {
        return switch (operation) {
            case "listProgrammes" -> request.get("/v1/programmes");
            case "getProgramme" -> request.get(CLUB);
            case "listProgrammeVersions" -> request.get(CLUB + "/versions");
            case "getProgrammeVersion" -> request.get(CLUB + "/versions/1");
            case "diffProgrammeVersions" -> request.get(CLUB + "/versions/1/diff?against=1");
            case "draftProgramme" -> drafts(request);
            case "publishProgrammeVersion" -> {
                int number = drafts(as(somebodyElse())).then().extract().path("number");
                yield keyed(request).body(Map.of()).post(CLUB + "/versions/" + number + "/publish");
            }
            case "withdrawProgrammeVersion" ->
                keyed(request)
                        .body(Map.of("reason", "too early"))
                        .post(CLUB + "/versions/" + scheduled() + "/withdraw");
            case "listApprovals" -> request.get("/v1/approvals");
            case "simulateProgramme" ->
                request.body(Map.of("purchase", Map.of("total", 500))).post(CLUB + "/simulate");
            case "listProgrammeSwitches" -> request.get(CLUB + "/switches");
            case "turnProgrammeSwitch" ->
                keyed(request)
                        .body(Map.of("what", "spending", "stopped", false, "reason", "it never was"))
                        .put(CLUB + "/switches");
            case "listProducts" -> request.get("/v1/products");
            // None: while nothing is known to be sold, whatever programmes name is taken.
            case "putProducts" -> request.body(List.of()).put("/v1/products");
            case "removeProduct" -> removed(request);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** There when it is asked for, and gone afterwards, whoever asked. */
    private static Response removed(RequestSpecification request) {
        String sku = "A/" + UUID.randomUUID();
        as(staff("ops"))
                .body(List.of(Map.of("sku", sku)))
                .put("/v1/products")
                .then()
                .statusCode(200);
        try {
            return request.urlEncodingEnabled(false).delete("/v1/products/" + sku);
        } finally {
            as(staff("ops")).urlEncodingEnabled(false).delete("/v1/products/" + sku);
        }
    }

    /** A draft of the club's that begins at an instant of its own, within the year. */
    private static int scheduled() {
        int number = drafts(as(somebodyElse())).then().extract().path("number");
        Instant far = Instant.now().plus(Duration.ofDays(200)).plusNanos(number * 1_000_000_000L);
        keyed(as(staff("admin")))
                .body(Map.of("inForceFrom", far.truncatedTo(ChronoUnit.MILLIS).toString()))
                .post(CLUB + "/versions/" + number + "/publish")
                .then()
                .statusCode(200);
        return number;
    }

    private static Response drafts(RequestSpecification request) {
        Map<String, Object> document =
                as(staff("admin")).get(CLUB).then().extract().path("document");
        return keyed(request).body(document).post("/v1/programmes");
    }

    private static RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Nobody publishes what they have written. */
    private static String somebodyElse() {
        return OperatorToken.signedWith(SUITE.secrets()).mint("author", List.of("marketing"), Duration.ofHours(1));
    }
}
