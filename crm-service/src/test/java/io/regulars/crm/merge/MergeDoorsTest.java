package io.regulars.crm.merge;

import static io.regulars.crm.Doors.get;
import static io.regulars.crm.merge.Merging.keyed;
import static io.regulars.crm.merge.Merging.merge;
import static io.regulars.crm.merge.Merging.merges;
import static io.regulars.crm.merge.Merging.undo;
import static io.regulars.crm.merge.Merging.undoes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.events.CustomerRef;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class MergeDoorsTest {

    private static final String ROWS = """
            select count(*) + (select count(*) from journal where type like 'crm.customers.%' and subject = any($1::uuid[]))
            from customer_merge where survivor_id = any($1::uuid[]) or merged_id = any($1::uuid[])
            """;

    @Inject
    Database database;

    private final CustomerRef card = Till.newCard();
    private UUID ana;
    private UUID ben;

    @BeforeEach
    void two_customers() {
        ana = Doors.customerOf(Till.sells(card).id());
        ben = Doors.customerOf(Till.sells(Till.newCard()).id());
    }

    @Test
    void what_cannot_be_merged_is_refused_with_its_place_and_leaves_nothing_behind() {
        assertProblem(422, "invalid", "/with", merge(key(), ana, ana));
        assertProblem(422, "invalid", "/with", merge(key(), ana, "card:" + card.card()));
        assertProblem(422, "invalid", "/with", merge(key(), ana, UUID.randomUUID()));
        assertProblem(422, "invalid", "/with", merge(key(), ana, "ben@example.com"));
        assertProblem(404, "not_found", null, merge(key(), UUID.randomUUID(), ben));
        assertProblem(422, "invalid", "/with", body(Map.of("reason", "x")));
        assertProblem(422, "invalid", "/reason", body(Map.of("with", ben)));
        assertProblem(422, "invalid", "/reason", body(Map.of("with", ben, "reason", "x".repeat(501))));
        assertProblem(400, "idempotency_key_missing", null, merge("", ana, ben));
        assertEquals(0, rows());
        assertEquals(ana, get("/v1/customers/{id}", ana).jsonPath().getUUID("customerId"));
    }

    @Test
    void who_is_one_already_is_not_merged_again_and_the_same_key_says_the_same() {
        UUID key = UUID.randomUUID();
        Response first = merge(key, ana, ben);
        Response again = merge(key, ana, ben);
        assertEquals(first.asString(), again.asString());
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertProblem(409, "conflict", "/with", merge(key(), ana, ben));
        assertProblem(409, "conflict", "/with", merge(key(), ben, ana));
        assertProblem(422, "idempotency_key_reused", null, merge(key, ben, ana));
        assertEquals(3, rows());
    }

    @Test
    void what_cannot_be_undone_is_refused() {
        UUID cleo = Doors.customerOf(Till.sells(Till.newCard()).id());
        UUID merge = merges(ana, ben);
        assertProblem(404, "not_found", "/mergeId", undo(key(), cleo, merge));
        assertProblem(404, "not_found", "/mergeId", undo(key(), ana, UUID.randomUUID()));
        assertProblem(404, "not_found", null, undo(key(), UUID.randomUUID(), merge));
        undoes(ben, merge);
        assertProblem(409, "conflict", "/mergeId", undo(key(), ana, merge));
        assertProblem(409, "conflict", "/mergeId", undo(key(), ben, merge));
        assertEquals(5, rows());
    }

    @Test
    void a_preview_shows_both_and_writes_nothing() {
        Merging.as(Contexts.staff("kim", "support"))
                .body("{\"attributes\":{\"shoe\":\"38\"}}")
                .patch("/v1/customers/{id}", ben);
        Doors.timeline(ana, 2);
        Doors.timeline(ben, 2);
        JsonPath shown = preview(ben);

        assertEquals(ana, shown.getUUID("survivor.customerId"));
        assertEquals(ben, shown.getUUID("merged.customerId"));
        assertTrue(shown.getString("survivor.identifiers[0].shown").startsWith("•••"));
        assertFalse(shown.prettify().contains(card.card()));
        assertEquals("38", shown.getString("profile.attributes.shoe"));
        assertEquals(ben, shown.getUUID("profile.from.shoe.side"));
        assertEquals("staff", shown.getString("profile.from.shoe.by"));
        assertEquals(4, shown.getInt("timelineLines"));
        assertEquals(0, rows());
        merges(ana, ben);
        assertEquals(6, Doors.timeline(ana, 6).getList("data").size(), "and a line on each side says so");
    }

    @Test
    void only_the_gateway_may() {
        for (String door : List.of("merge", "unmerge", "merge/preview")) {
            io.restassured.RestAssured.given()
                    .header("Authorization", Contexts.as("loyalty", "crm"))
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/customers/" + ana + "/" + door)
                    .then()
                    .statusCode(403);
        }
        assertEquals(404, get("/v1/customers/{id}/merges", UUID.randomUUID()).statusCode());
    }

    private JsonPath preview(UUID with) {
        return keyed(key())
                .body(Map.of("with", with))
                .post("/v1/customers/{id}/merge/preview", ana)
                .jsonPath();
    }

    private Response body(Map<String, Object> request) {
        return keyed(key()).body(new HashMap<>(request)).post("/v1/customers/{id}/merge", ana);
    }

    private static UUID key() {
        return UUID.randomUUID();
    }

    private long rows() {
        return database.inTransaction(tx ->
                tx.rows(ROWS, (Object) new UUID[] {ana, ben}).iterator().next().getLong(0));
    }

    private static void assertProblem(int status, String code, String pointer, Response answer) {
        assertEquals(status, answer.statusCode(), answer::asString);
        assertEquals(code, answer.jsonPath().getString("code"));
        assertEquals(pointer, answer.jsonPath().getString("errors[0].pointer"));
    }
}
