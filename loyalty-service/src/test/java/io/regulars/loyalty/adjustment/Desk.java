package io.regulars.loyalty.adjustment;

import static io.regulars.loyalty.Club.id;
import static io.restassured.RestAssured.given;

import io.regulars.events.MembershipEvent;
import io.regulars.events.Topic;
import io.regulars.platform.access.Caller;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.Listener;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people at the service desk, as loyalty-service sees them. */
public final class Desk {

    public static final Caller ANA = Contexts.staff("ana", "support-adjust");
    public static final Caller BEN = Contexts.staff("ben", "admin");
    public static final Caller CLEO = Contexts.staff("cleo", "support-adjust");

    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));

    private Desk() {}

    public static RequestSpecification as(Caller caller) {
        return given().config(PLAIN).header("Authorization", Contexts.onBehalfOf("loyalty", caller));
    }

    public static void enrols(String customer) {
        Map<String, Object> consent = Map.of("text", "I join the club.", "version", "1", "channel", "store");
        posts(BEN, "/v1/members", Map.of("customerId", id(customer), "consent", consent))
                .then()
                .statusCode(200);
    }

    public static Response posts(Caller caller, String path, Object body) {
        return posts(caller, path, body, UUID.randomUUID().toString());
    }

    public static Response posts(Caller caller, String path, Object body, String key) {
        return as(caller)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /** @param expiresAt null: as the programme says */
    public static Map<String, Object> wish(long points, Instant expiresAt) {
        Map<String, Object> wish = new HashMap<>(
                Map.of("points", points, "kind", points > 0 ? "goodwill" : "correction", "reason", "cold coffee"));
        if (expiresAt != null) wish.put("expiresAt", expiresAt.toString());
        return wish;
    }

    static Response adjusts(Caller caller, String customer, long points) {
        return posts(caller, "/v1/members/" + id(customer) + "/adjustments", wish(points, null));
    }

    static Response decides(Caller caller, String customer, String adjustment, String verdict) {
        String path = "/v1/members/" + id(customer) + "/adjustments/" + adjustment + "/" + verdict;
        return posts(caller, path, Map.of("reason", "I have seen it"));
    }

    public static Response reads(String customer, String what) {
        return as(ANA).get("/v1/members/{id}/" + what, id(customer));
    }

    public static int balance(String customer) {
        return reads(customer, "wallet").then().statusCode(200).extract().path("points.balance");
    }

    public static <E extends MembershipEvent> List<E> said(String customer, Class<E> kind) {
        return Listener.all(Topic.MEMBERSHIPS, kind).stream()
                .filter(each -> each.subject().equals(id(customer)))
                .toList();
    }
}
