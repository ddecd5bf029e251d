package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static io.regulars.journeys.TheSuite.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.command.OperatorToken;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Two people change what the club promises, a third one stops something, all through the gateway. */
@Isolated("its first questions meet cold services, on a machine that may be small")
class ProgrammeJourneyTest {

    private static final String YAML = "application/yaml";
    private static final String CLUB = "/v1/programmes/regulars";
    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(YAML, ContentType.TEXT));

    @Test
    void a_programme_is_exported_written_anew_tried_out_and_put_into_force_by_somebody_else() {
        String before = exported(1);
        String document = before + "# Written anew by Ana, é.\n";
        writes("?dryRun=true", document).then().statusCode(200).body("warnings", hasSize(0));
        writes("?dryRun=true", document.replace("points: 1", "points: -1"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/earning/rules/0/gives/points"));
        int number = writes("", document).then().statusCode(201).extract().path("number");
        assertEquals(document, exported(number));
        ana().get(CLUB + "/versions/" + number + "/diff?against=1").then().body("changes", hasSize(0));
        ana().body(Map.of(
                        "version",
                        number,
                        "purchase",
                        Map.of("total", 12_99, "lines", List.of(Map.of("sku", "A1", "amount", 12_99))),
                        "member",
                        Map.of("tier", "gold", "since", "2020-02-29", "purchases", 3)))
                .post(CLUB + "/simulate")
                .then()
                .statusCode(200)
                .body("points.points", equalTo(12))
                .body("rules[0].applied", equalTo(true));

        publishes(ana(), number).then().statusCode(409).body("detail", startsWith("A second person"));
        publishes(ben(), number)
                .then()
                .statusCode(200)
                .body("author", equalTo("operator:ana"))
                .body("approver", equalTo("operator:ben"));
        ana().get(CLUB).then().statusCode(200).body("version", equalTo(number));
        ana().get(CLUB + "/versions?limit=1").then().body("data.state", contains("published"));
    }

    @Test
    void what_is_stopped_may_go_on_and_both_are_known() {
        for (boolean stopped : new boolean[] {true, false}) {
            keyed(person("otto", "ops"))
                    .body(Map.of("what", "spending", "stopped", stopped, "reason", "a drill"))
                    .put(CLUB + "/switches")
                    .then()
                    .statusCode(200)
                    .body("stopped", equalTo(stopped))
                    .body("askedBy", equalTo("operator:otto"));
        }
        person("otto", "ops")
                .get(CLUB + "/switches")
                .then()
                .statusCode(200)
                .body("data.find { it.what == 'spending' }.stopped", equalTo(false));
    }

    private static String exported(int number) {
        byte[] text = ana().accept(YAML)
                .get(CLUB + "/versions/" + number)
                .then()
                .statusCode(200)
                .contentType(startsWith(YAML))
                .extract()
                .asByteArray();
        return new String(text, StandardCharsets.UTF_8);
    }

    private static Response writes(String query, String document) {
        return keyed(ana())
                .config(PLAIN)
                .contentType(YAML)
                .body(document.getBytes(StandardCharsets.UTF_8))
                .post("/v1/programmes" + query);
    }

    private static Response publishes(RequestSpecification somebody, int number) {
        return keyed(somebody).body(Map.of()).post(CLUB + "/versions/" + number + "/publish");
    }

    private static RequestSpecification ana() {
        return person("ana", "marketing");
    }

    private static RequestSpecification ben() {
        return person("ben", "admin");
    }

    private static RequestSpecification person(String name, String role) {
        return as(OperatorToken.signedWith(SUITE.secrets()).mint(name, List.of(role), Duration.ofHours(1)));
    }

    private static RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
