package io.regulars.gateway.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.LateDatabase;
import io.regulars.gateway.testing.Receipts;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LateDatabase.class, restrictToAnnotatedClass = true)
class StartWithoutDatabaseTest {

    private static final String STATE = "checks.find { it.name == 'spine' }.data.database";

    @Inject
    CredentialTopic topic;

    @ConfigProperty(name = "REGULARS_DB_PORT")
    int port;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @Test
    void receipts_are_taken_before_the_database_is_there_and_the_rest_works_once_it_comes() {
        String key = KeySecret.random();
        topic.tell(new Credential(UUID.randomUUID(), KeySecret.hash(key), Set.of("S-001"), Set.of("record"), false));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> post("Bearer " + key, "/v1/purchases", Receipts.anotherPurchase()) == 202);
        given().get(ready).then().statusCode(200).body(STATE, startsWith("degraded"));
        storeKeys().statusCode(503);

        LateDatabase.arrivesAt(port);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> storeKeys().statusCode(200).body("data", hasSize(1)));
        given().get(ready).then().statusCode(200).body(STATE, startsWith("working"));
    }

    private static ValidatableResponse storeKeys() {
        return given().header("Authorization", Callers.staff("admin"))
                .get("/v1/store-keys")
                .then();
    }

    private static int post(String credential, String path, String body) {
        return given().header("Authorization", credential)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .statusCode();
    }
}
