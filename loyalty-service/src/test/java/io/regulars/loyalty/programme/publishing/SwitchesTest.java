package io.regulars.loyalty.programme.publishing;

import static io.regulars.loyalty.programme.publishing.Office.OPS;
import static io.regulars.loyalty.programme.publishing.Office.as;
import static io.regulars.loyalty.programme.publishing.Office.draft;
import static io.regulars.loyalty.programme.publishing.Office.programme;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static io.regulars.loyalty.programme.publishing.Office.turns;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.earning.evaluation.Switches;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Database;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class SwitchesTest {

    @Inject
    Programmes programmes;

    @Inject
    Database database;

    @Test
    void what_is_stopped_is_stopped_for_whatever_is_judged_next_until_it_may_go_on() {
        published("stoppable", programme("stoppable", 1));
        turns("stoppable", "rule:base", true)
                .then()
                .statusCode(200)
                .body("what", equalTo("rule:base"))
                .body("stopped", equalTo(true))
                .body("askedBy", equalTo("staff:otto"));
        assertEquals(new Switches(false, Set.of("base")), judging().switches("stoppable"));
        assertEquals(Switches.NONE, judging().switches("regulars"));
        turns("stoppable", "programme", true).then().statusCode(200);
        turns("stoppable", "spending", true).then().statusCode(200);
        turns("stoppable", "rule:base", false).then().statusCode(200);
        assertEquals(new Switches(true, Set.of()), judging().switches("stoppable"));
        assertTrue(judging().programmes().get("stoppable").stopped().spending());
        await().atMost(ofSeconds(5))
                .until(() -> programmes.now().switches("stoppable").programmeStopped());

        as(OPS).get("/v1/programmes/stoppable/switches")
                .then()
                .statusCode(200)
                .body("data.what", contains("rule:base", "spending", "programme"))
                .body("data.stopped", contains(false, true, true))
                .body("history.what", contains("rule:base", "spending", "programme", "rule:base"))
                .body("history[3].reason", equalTo("a mistake in the till"));
    }

    @Test
    void only_what_is_there_can_be_stopped() {
        published("plain", programme("plain", 1));
        turns("plain", "rule:bonus", true).then().statusCode(422).body("errors[0].pointer", equalTo("/what"));
        turns("plain", "everything", true).then().statusCode(422);
        draft(programme("unpublished", 1));
        turns("unpublished", "programme", true).then().statusCode(404);
        as(OPS).get("/v1/programmes/never/switches").then().statusCode(404);
    }

    private Rulebook judging() {
        return database.inTransaction(programmes::judging);
    }
}
