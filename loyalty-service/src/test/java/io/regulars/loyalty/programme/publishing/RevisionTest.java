package io.regulars.loyalty.programme.publishing;

import static io.regulars.loyalty.programme.publishing.Office.BEN;
import static io.regulars.loyalty.programme.publishing.Office.draft;
import static io.regulars.loyalty.programme.publishing.Office.programme;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static io.regulars.loyalty.programme.publishing.Office.publishes;
import static io.regulars.platform.testing.DatabaseOperator.isSomebodyWaiting;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.programme.BeginWithOne;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.ProgrammeVersions;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.DatabaseOperator;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is judged, and what is published meanwhile. */
@QuarkusTest
@TestProfile(NewInstallation.class)
class RevisionTest {

    private static final String PUBLISHER = "select pg_advisory_xact_lock(%";
    private static final String JUDGE = "select pg_advisory_xact_lock_shared(%";

    @Inject
    Programmes programmes;

    @Inject
    Database database;

    @Inject
    PublishProgramme publish;

    @Inject
    ProgrammeVersions versions;

    @Inject
    BeginWithOne begin;

    @Test
    void nothing_is_published_while_something_is_judged() {
        published("waits", programme("waits", 1));
        int number = draft(programme("waits", 2));
        CompletableFuture<Response> publishing = database.inTransaction(tx -> {
            Rulebook judging = programmes.judging(tx);
            CompletableFuture<Response> begun =
                    CompletableFuture.supplyAsync(() -> publishes(BEN, "waits", number, null));
            await().until(() -> isSomebodyWaiting(PUBLISHER));
            assertFalse(begun.isDone());
            assertEquals(1, judging.at("waits", Instant.now()).number());
            return begun;
        });
        assertEquals(200, publishing.join().statusCode());
        assertEquals(number, judging().at("waits", Instant.now()).number());
    }

    @Test
    void who_waited_for_a_publication_judges_by_it() {
        published("overtaken", programme("overtaken", 1));
        int number = draft(programme("overtaken", 2));
        CompletableFuture<Rulebook> judging = database.inTransaction(tx -> {
            publish.publish(tx, "overtaken", number, null, "staff:ben");
            CompletableFuture<Rulebook> begun = CompletableFuture.supplyAsync(this::judging);
            await().until(() -> isSomebodyWaiting(JUDGE));
            return begun;
        });
        ProgrammeVersion version = judging.join().at("overtaken", Instant.now());
        assertEquals(number, version.number());
    }

    @Test
    void what_is_undone_is_not_remembered_under_the_revision_of_the_next_publication() {
        published("undone", programme("undone", 1));
        int undone = draft(programme("undone", 2));
        int next = draft(programme("undone", 3));
        assertThrows(
                IllegalArgumentException.class,
                () -> database.inTransaction(tx -> {
                    publish.publish(tx, "undone", undone, null, "staff:ben");
                    assertEquals(
                            undone,
                            programmes.judging(tx).at("undone", Instant.now()).number());
                    throw new IllegalArgumentException("undone");
                }));
        publishes(BEN, "undone", next, null).then().statusCode(200);
        assertEquals(next, judging().at("undone", Instant.now()).number());
    }

    @Test
    void what_did_not_change_is_not_read_again_and_a_version_is_compiled_once() {
        published("kept", programme("kept", 1));
        Rulebook before = judging();
        assertSame(before, judging());
        int number = published("kept", programme("kept", 2));
        Rulebook after = judging();
        assertEquals(number, after.at("kept", Instant.now()).number());
        assertSame(
                before.version("kept", 1).orElseThrow(),
                after.version("kept", 1).orElseThrow());
    }

    @Test
    void the_programme_of_those_who_name_none_is_the_one_that_was_drafted_first() {
        published("a-newer-one", programme("a-newer-one", 1));
        assertEquals("regulars", judging().first());
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        assertEquals(1, judging().at("a-newer-one", yesterday).number());
    }

    @Test
    void only_an_empty_installation_begins_with_a_programme() {
        List<String> before = database.read(versions::programmes);
        begin.begin(programme("another-jar", 1));
        assertEquals(before, database.read(versions::programmes));
    }

    @Test
    void of_two_that_begin_at_once_on_an_empty_database_one_does() throws IOException {
        forgetProgrammes();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> begin.begin(programme("one-jar", 1))),
                        CompletableFuture.runAsync(() -> begin.begin(programme("other-jar", 1))))
                .join();
        assertEquals(1, database.read(versions::programmes).size());
        forgetProgrammes();
        try (InputStream builtIn = Programmes.class.getResourceAsStream("/programme/default.yaml")) {
            begin.begin(new String(builtIn.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void forgetProgrammes() {
        DatabaseOperator.run(
                "set session_replication_role = replica",
                "delete from programme_version",
                "update programme_revision set revision = revision + 1");
    }

    private Rulebook judging() {
        return database.inTransaction(programmes::judging);
    }
}
