package io.regulars.loyalty.programme.publishing;

import static io.restassured.RestAssured.given;

import io.regulars.platform.access.Caller;
import io.regulars.platform.testing.Contexts;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The people who write and publish programmes, as loyalty-service sees them. */
public final class Office {

    static final Caller ANA = Contexts.staff("ana", "marketing");
    static final Caller BEN = Contexts.staff("ben", "admin");
    static final Caller CLEO = Contexts.staff("cleo", "marketing");
    static final Caller OPS = Contexts.staff("otto", "ops");
    static final String YAML = "application/yaml";

    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(YAML, ContentType.TEXT));

    private Office() {}

    /** A small programme. */
    public static String programme(String id, int points) {
        return """
                # A comment is a part of the text.
                format: 1
                id: %s
                earning:
                  rules:
                    - { id: base, gives: { points: %d, per: 1.00 } }
                """.formatted(id, points);
    }

    static RequestSpecification as(Caller caller) {
        return given().config(PLAIN).header("Authorization", Contexts.onBehalfOf("loyalty", caller));
    }

    static Response drafts(Caller caller, String document) {
        return drafts(caller, document, UUID.randomUUID().toString());
    }

    static Response drafts(Caller caller, String document, String key) {
        return as(caller)
                .header("Idempotency-Key", key)
                .contentType(YAML)
                .body(document.getBytes(StandardCharsets.UTF_8))
                .post("/v1/programmes");
    }

    /** The number of Ana's new draft. */
    public static int draft(String document) {
        return drafts(ANA, document).then().statusCode(201).extract().path("number");
    }

    /** @param from null for now */
    static Response publishes(Caller caller, String programme, int number, Instant from) {
        return as(caller)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(from == null ? Map.of() : Map.of("inForceFrom", from.toString()))
                .post("/v1/programmes/{id}/versions/{number}/publish", programme, number);
    }

    static Response withdraws(Caller caller, String programme, int number, String why) {
        return as(caller)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", why))
                .post("/v1/programmes/{id}/versions/{number}/withdraw", programme, number);
    }

    /** Drafted by Ana and published by Ben, now. */
    public static int published(String programme, String document) {
        int number = draft(document);
        publishes(BEN, programme, number, null).then().statusCode(200);
        return number;
    }

    public static Response turns(String programme, String what, boolean stopped) {
        return as(OPS).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("what", what, "stopped", stopped, "reason", "a mistake in the till"))
                .put("/v1/programmes/{id}/switches", programme);
    }
}
