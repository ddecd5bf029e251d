package io.regulars.crm.timeline;

import static io.regulars.crm.Doors.timeline;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.crm.merge.Merging;
import io.regulars.events.CustomerRef;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RebuildTimelineTest {

    @Inject
    Database database;

    @Test
    void built_anew_it_says_the_same_and_goes_on_from_there() {
        CustomerRef card = Till.newCard();
        UUID ana = Doors.customerOf(Till.sells(card).id());
        Speaker.say(Topic.MEMBERSHIPS, new TierChanged(ana, "main", "blue", "gold", 1, null, Till.NOON));
        JsonPath before = timeline(ana, 3);

        JsonPath rebuilt = rebuild();

        assertTrue(rebuilt.getBoolean("equal"));
        assertTrue(rebuilt.getLong("facts") >= 3);
        assertEquals(before.getList("data"), timeline(ana, 3).getList("data"));
        Till.sells(card);
        assertEquals(4, timeline(ana, 4).getList("data").size());
    }

    @Test
    void built_anew_what_was_merged_and_restored_stands_where_it_stood() {
        CustomerRef old = Till.newCard();
        UUID ana = Doors.customerOf(Till.sells(Till.newCard()).id());
        UUID ben = Doors.customerOf(Till.sells(old).id());
        UUID merge = Merging.merges(ana, ben);
        Till.sells(old);
        timeline(ana, 7);
        Merging.undoes(ana, merge);
        JsonPath anas = timeline(ana, 4);
        JsonPath bens = timeline(ben, 5);

        assertTrue(rebuild().getBoolean("equal"));
        assertEquals(anas.getList("data"), timeline(ana, 4).getList("data"));
        assertEquals(bens.getList("data"), timeline(ben, 5).getList("data"));
    }

    @Test
    void what_the_live_one_had_lost_is_seen_and_comes_back_when_told_so() {
        UUID ana = Doors.customerOf(Till.sells(Till.newCard()).id());
        JsonPath before = timeline(ana, 2);
        database.inTransaction(tx -> tx.count("delete from timeline where subject = $1", ana));

        assertFalse(rebuild().getBoolean("equal"));
        JsonPath swapped = as("gateway")
                .post("/internal/views/timeline/rebuild?force=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertTrue(swapped.getBoolean("swapped"));
        assertEquals(before.getList("data"), timeline(ana, 2).getList("data"));
        assertTrue(rebuild().getBoolean("equal"));
    }

    @Test
    void only_an_operator_may_and_only_views_that_read() {
        assertEquals(403, asked("loyalty", "timeline").statusCode());
        assertEquals(404, asked("gateway", "no-such-view").statusCode());
        assertEquals(422, asked("gateway", "intake-recording").statusCode());
    }

    private static JsonPath rebuild() {
        Response answer = asked("gateway", "timeline");
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer.jsonPath();
    }

    private static Response asked(String peer, String view) {
        return as(peer).post("/internal/views/{view}/rebuild", view);
    }

    private static RequestSpecification as(String peer) {
        return given().header("Authorization", Contexts.as(peer, "crm"));
    }
}
