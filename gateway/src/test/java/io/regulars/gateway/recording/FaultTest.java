package io.regulars.gateway.recording;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.Callers;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Receipts;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class FaultTest {

    private static final Duration PULSE = Duration.ofMillis(20);

    private static String key;

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @BeforeEach
    void aTill() {
        if (key == null) key = Callers.storeKey(List.of("S-001"), "record");
        post().then().statusCode(202);
        given().get(live).then().statusCode(200);
    }

    @Test
    void a_dead_broker_is_told_within_three_seconds_and_its_return_is_noticed() throws Exception {
        SharedInfrastructure.kafka().kill();
        ExecutorService tills = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Answer>> posts = new ArrayList<>();
            for (int i = 0; i < 64; i++) posts.add(CompletableFuture.supplyAsync(FaultTest::timed, tills));
            List<Long> pulses = pulsesUntil(CompletableFuture.allOf(posts.toArray(CompletableFuture[]::new)));

            for (CompletableFuture<Answer> post : posts) {
                post.join()
                        .response()
                        .then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue())
                        .body("code", equalTo("unavailable"));
                assertTrue(
                        post.join().millis() < 3_200,
                        () -> "took " + post.join().millis() + " ms");
            }
            pulses.sort(null);
            long mostly = pulses.get(pulses.size() * 9 / 10);
            assertTrue(mostly < 50, () -> "liveness took " + mostly + " ms, " + pulses);
        } finally {
            tills.shutdown();
            SharedInfrastructure.kafka().start();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> post().statusCode() == 202);
    }

    @Test
    void recording_needs_no_database() {
        SharedInfrastructure.postgres().stopImmediately();
        try {
            post().then().statusCode(202);
            given().get(live.toString().replace("live", "ready")).then().statusCode(200);
            given().header("Authorization", Callers.staff("admin"))
                    .get("/v1/store-keys")
                    .then()
                    .statusCode(503);
        } finally {
            SharedInfrastructure.postgres().start();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().header("Authorization", Callers.staff("admin"))
                                .get("/v1/store-keys")
                                .statusCode()
                        == 200);
    }

    private record Answer(Response response, long millis) {}

    private static Answer timed() {
        long started = System.nanoTime();
        Response response = post();
        return new Answer(response, (System.nanoTime() - started) / 1_000_000);
    }

    /** Now and then, as those who look after a service do: who asks without a pause measures himself. */
    private List<Long> pulsesUntil(CompletableFuture<Void> end) {
        List<Long> pulses = new ArrayList<>();
        await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(PULSE)
                .until(() -> {
                    long started = System.nanoTime();
                    given().get(live).then().statusCode(200);
                    pulses.add((System.nanoTime() - started) / 1_000_000);
                    return end.isDone();
                });
        return pulses;
    }

    private static Response post() {
        return given().header("Authorization", key)
                .contentType(ContentType.JSON)
                .body(Receipts.anotherPurchase())
                .post("/v1/purchases");
    }
}
