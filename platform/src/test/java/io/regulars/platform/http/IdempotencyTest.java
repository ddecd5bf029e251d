package io.regulars.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.CommandResource.Trial;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A command happens once per credential and key, and everybody who asks hears the same answer. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class IdempotencyTest {

    @Inject
    Database database;

    @Inject
    CommandResource command;

    private final String key = UUID.randomUUID().toString();
    private final UUID about = UUID.randomUUID();

    @Test
    void the_same_request_again_gets_the_same_answer_and_has_no_effect() {
        Response first = post("ana", key, "do");
        Response again = post("ana", key, "do");

        assertEquals(200, first.statusCode());
        assertNull(first.header("Idempotent-Replayed"));
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertEquals(first.asString(), again.asString());
        assertEquals(first.contentType(), again.contentType());
        assertEquals(1, effects());
    }

    @Test
    void the_same_key_for_another_request_is_refused() {
        post("ana", key, "do");

        post("ana", key, "do something else")
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("idempotency_key_reused"))
                .body("retryable", equalTo(false));
        assertEquals(1, effects());
    }

    @Test
    void the_same_key_of_another_credential_is_another_command() {
        String first = post("ana", key, "do").asString();

        post("bea", key, "do").then().statusCode(200).body(not(equalTo(first)));
        assertEquals(2, effects());
    }

    @Test
    void fifty_at_once_have_one_effect_and_one_answer() {
        List<CompletableFuture<Response>> posts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> post("ana", key, "do"), IdempotencyTest::start))
                .limit(50)
                .toList();
        Set<String> answers = posts.stream()
                .map(CompletableFuture::join)
                .peek(answer -> assertEquals(200, answer.statusCode()))
                .map(Response::asString)
                .collect(Collectors.toSet());

        assertEquals(1, answers.size());
        assertEquals(1, effects());
        assertEquals(
                1,
                posts.stream()
                        .filter(post -> post.join().header("Idempotent-Replayed") == null)
                        .count());
    }

    @Test
    void while_the_first_is_still_running_the_second_is_told_so_after_two_seconds() throws Exception {
        CompletableFuture<Response> first =
                CompletableFuture.supplyAsync(() -> post("ana", key, "take long"), IdempotencyTest::start);
        command.inside().await();
        long asked = System.nanoTime();

        post("ana", key, "take long")
                .then()
                .statusCode(409)
                .body("code", equalTo("in_progress"))
                .body("retryable", equalTo(true));

        Duration waited = Duration.ofNanos(System.nanoTime() - asked);
        command.goOn().countDown();
        assertTrue(waited.toMillis() >= 1_900 && waited.toMillis() < 6_000, "waited " + waited);
        assertEquals(200, first.get().statusCode());
        assertEquals("true", post("ana", key, "take long").header("Idempotent-Replayed"));
        assertEquals(1, effects());
    }

    @Test
    void a_refusal_is_kept_under_the_key_and_its_half_done_work_is_not() {
        Response first = post("ana", key, "refuse");
        Response again = post("ana", key, "refuse");

        first.then().statusCode(409).contentType(Problem.MEDIA_TYPE).body("code", equalTo("insufficient_points"));
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertEquals(first.asString(), again.asString());
        assertEquals(0, effects());
    }

    @Test
    void a_fault_is_not_kept_so_that_the_same_request_can_succeed() {
        post("ana", key, "fail once")
                .then()
                .statusCode(503)
                .body("code", equalTo("unavailable"))
                .header("Retry-After", equalTo("1"));
        assertEquals(0, effects());

        post("ana", key, "fail once").then().statusCode(200);
        assertEquals(1, effects());
    }

    @Test
    void what_fails_on_our_side_says_nothing_about_our_inside() {
        String answer =
                post("ana", key, "fail").then().statusCode(503).extract().asString();

        assertTrue(!answer.contains("broken") && !answer.contains("Exception"), answer);
    }

    @Test
    void a_command_without_a_key_is_refused() {
        given().contentType("application/json")
                .header("Authorization", as("ana"))
                .body(new Trial("do", about))
                .post("/trying/commands")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_missing"));
        post("ana", "  ", "do").then().statusCode(400).body("code", equalTo("idempotency_key_missing"));
        assertEquals(0, effects());
    }

    @Test
    void on_a_database_that_may_have_been_put_back_nothing_is_done_and_the_key_stays_free() {
        DatabaseOperator.doubtJournal();
        post("ana", key, "do").then().statusCode(503).body("detail", startsWith("This service is being put right"));
        assertEquals(0, effects());

        DatabaseOperator.believeJournal();
        post("ana", key, "do").then().statusCode(200);
    }

    private Response post(String who, String under, String does) {
        return given().contentType("application/json")
                .header("Authorization", as(who))
                .header("Idempotency-Key", under)
                .body(new Trial(does, about))
                .post("/trying/commands");
    }

    private static String as(String who) {
        return Contexts.onBehalfOf("crm", Contexts.staff(who));
    }

    private static void start(Runnable task) {
        new Thread(task, "till").start();
    }

    private long effects() {
        return database.read(
                sql -> sql.rows("select count(*) from counted where view = 'command' and subject = $1", about)
                        .iterator()
                        .next()
                        .getLong(0));
    }
}
