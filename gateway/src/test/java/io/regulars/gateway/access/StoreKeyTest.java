package io.regulars.gateway.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.platform.json.Json;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class StoreKeyTest {

    @Inject
    CredentialTopic topic;

    @Inject
    KnownKeys known;

    @Test
    void a_key_is_shown_once_and_works_at_once() {
        Map<String, Object> made = given().header("Authorization", Callers.staff("admin"))
                .contentType(ContentType.JSON)
                .body("{\"stores\":[\"S-001\",\"S-002\"],\"scopes\":[\"record\"]}")
                .post("/v1/store-keys")
                .then()
                .statusCode(201)
                .body("key", matchesPattern("rk_[A-Za-z0-9_-]{43}"))
                .extract()
                .jsonPath()
                .getMap("");

        assertEquals(202, post("Bearer " + made.get("key")));
        given().header("Authorization", Callers.staff("admin"))
                .get("/v1/store-keys?limit=100")
                .then()
                .statusCode(200)
                .body("data.id", hasItem((String) made.get("id")))
                .body("data.key", everyItem(nullValue()));
    }

    @Test
    void a_revoked_key_opens_nothing_and_others_stay_good() {
        Map<String, String> key = Callers.made(List.of("S-001"), "record");
        String other = Callers.storeKey(List.of("S-001"), "record");
        assertEquals(202, post(key.get("key")));

        given().header("Authorization", Callers.staff("admin"))
                .delete("/v1/store-keys/" + key.get("id"))
                .then()
                .statusCode(200)
                .body("revokedAt", not(nullValue()));

        assertEquals(401, post(key.get("key")));
        assertEquals(202, post(other));
    }

    @Test
    void the_topic_tells_the_hash_and_never_the_key() {
        Map<String, String> made = Callers.made(List.of("S-001"), "lookup");
        String secret = made.get("key").substring("Bearer ".length());

        Credential told = told(UUID.fromString(made.get("id")));
        assertArrayEquals(KeySecret.hash(secret), told.hash());
        assertEquals(Set.of("lookup"), told.scopes());
        assertEquals(false, told.revoked());
    }

    @Test
    void what_another_gateway_tells_is_heard() {
        String secret = KeySecret.random();
        Credential elsewhere =
                new Credential(UUID.randomUUID(), KeySecret.hash(secret), Set.of("S-001"), Set.of("record"), false);
        assertNull(known.holderOf(secret));

        topic.tell(elsewhere);
        await().atMost(Duration.ofSeconds(5)).until(() -> post("Bearer " + secret) == 202);

        topic.tell(new Credential(elsewhere.id(), elsewhere.hash(), elsewhere.stores(), elsewhere.scopes(), true));
        await().atMost(Duration.ofSeconds(5)).until(() -> post("Bearer " + secret) == 401);
    }

    @Test
    void a_wish_that_makes_no_sense_is_refused() {
        for (String wish : List.of(
                "{}",
                "{\"stores\":[]}",
                "{\"stores\":[\"S 1\"]}",
                "{\"stores\":[null]}",
                "{\"stores\":[\"S-1\"],\"scopes\":[\"everything\"]}",
                "{\"stores\":[\"S-1\"],\"hash\":\"x\"}")) {
            given().header("Authorization", Callers.staff("admin"))
                    .contentType(ContentType.JSON)
                    .body(wish)
                    .post("/v1/store-keys")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("invalid"));
        }
    }

    @Test
    void keys_are_random() {
        assertNotEquals(KeySecret.random(), KeySecret.random());
        assertEquals(46, KeySecret.random().length());
    }

    private Credential told(UUID id) {
        List<Credential> told = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = topic.reader()) {
            long end = topic.end(reader);
            while (topic.place(reader) < end) {
                reader.poll(Duration.ofMillis(200)).forEach(record -> {
                    boolean aboutIt = id.toString().equals(new String(record.key(), StandardCharsets.US_ASCII));
                    if (aboutIt) told.add(Json.read(record.value(), Credential.class));
                });
            }
        }
        return told.get(0);
    }

    private static int post(String key) {
        return given().header("Authorization", key)
                .contentType(ContentType.JSON)
                .body(Receipts.anotherPurchase())
                .post("/v1/purchases")
                .statusCode();
    }
}
