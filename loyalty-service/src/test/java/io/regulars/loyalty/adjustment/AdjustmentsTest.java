package io.regulars.loyalty.adjustment;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.adjustment.Desk.ANA;
import static io.regulars.loyalty.adjustment.Desk.BEN;
import static io.regulars.loyalty.adjustment.Desk.CLEO;
import static io.regulars.loyalty.adjustment.Desk.adjusts;
import static io.regulars.loyalty.adjustment.Desk.balance;
import static io.regulars.loyalty.adjustment.Desk.decides;
import static io.regulars.loyalty.adjustment.Desk.enrols;
import static io.regulars.loyalty.adjustment.Desk.posts;
import static io.regulars.loyalty.adjustment.Desk.reads;
import static io.regulars.loyalty.adjustment.Desk.said;
import static io.regulars.loyalty.adjustment.Desk.wish;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class AdjustmentsTest {

    @Inject
    Database database;

    @Test
    void what_is_given_and_taken_shows_in_wallet_lots_ledger_and_facts() {
        enrols("adj-ana");
        String given = adjusts(ANA, "adj-ana", 100)
                .then()
                .statusCode(200)
                .body("status", equalTo("posted"))
                .body("balance", equalTo(100))
                .extract()
                .path("adjustmentId");
        adjusts(ANA, "adj-ana", -30).then().statusCode(200).body("balance", equalTo(70));

        assertEquals(70, balance("adj-ana"));
        reads("adj-ana", "lots")
                .then()
                .body("data.points", contains(100))
                .body("data[0].remaining", equalTo(70))
                .body("data[0].state", equalTo("active"))
                .body("data[0].cause", equalTo("adjustment"))
                .body("data[0].adjustmentId", equalTo(given))
                .body("asOf", notNullValue());
        reads("adj-ana", "ledger")
                .then()
                .body("data.reason", contains("adjusted_down", "adjusted_up"))
                .body("data[1].causedBy", equalTo(given));
        reads("adj-ana", "adjustments")
                .then()
                .body("data.points", contains(-30, 100))
                .body("data[1].askedBy", equalTo("staff:ana"))
                .body("data[1].reason", equalTo("cold coffee"))
                .body("next", nullValue());
        await().until(() -> said("adj-ana", PointsAdjusted.class).size() == 2);
        assertEquals(
                new Points(-30, 0, 70),
                said("adj-ana", PointsAdjusted.class).get(1).points());
    }

    @Test
    void nobody_goes_below_nothing_and_a_key_works_once() {
        enrols("adj-bo");
        Map<String, Object> wish = wish(40, null);
        String path = "/v1/members/" + id("adj-bo") + "/adjustments";
        posts(ANA, path, wish, "adj-bo-1").then().statusCode(200);
        posts(ANA, path, wish, "adj-bo-1").then().statusCode(200).header("Idempotent-Replayed", "true");
        posts(ANA, path, wish(41, null), "adj-bo-1").then().statusCode(422);
        assertEquals(40, balance("adj-bo"));
        adjusts(ANA, "adj-bo", -41).then().statusCode(409).body("code", equalTo("insufficient_points"));
        assertEquals(40, balance("adj-bo"));
        reads("adj-bo", "adjustments").then().body("data.points", contains(40));
    }

    @Test
    void many_points_wait_for_somebody_else() {
        enrols("adj-cy");
        String proposed = proposed("adj-cy", 1_001);
        assertEquals(0, balance("adj-cy"));
        decides(ANA, "adj-cy", proposed, "approve").then().statusCode(403);
        decides(BEN, "adj-cy", UUID.randomUUID().toString(), "approve").then().statusCode(404);
        decides(BEN, "adj-ana-else", proposed, "approve").then().statusCode(404);
        decides(BEN, "adj-cy", proposed, "approve")
                .then()
                .statusCode(200)
                .body("status", equalTo("posted"))
                .body("decidedBy", equalTo("staff:ben"));
        assertEquals(1_001, balance("adj-cy"));
        decides(CLEO, "adj-cy", proposed, "refuse").then().statusCode(409);

        String tooMany = proposed("adj-cy", -1_002);
        decides(BEN, "adj-cy", tooMany, "approve").then().statusCode(409).body("code", equalTo("insufficient_points"));
        reads("adj-cy", "adjustments").then().body("data.status", contains("proposed", "posted"));
        decides(ANA, "adj-cy", tooMany, "refuse").then().statusCode(200).body("status", equalTo("refused"));
        decides(BEN, "adj-cy", tooMany, "approve").then().statusCode(409).body("code", equalTo("conflict"));
        assertEquals(1_001, balance("adj-cy"));
    }

    @Test
    void two_who_approve_at_once_post_it_once() {
        enrols("adj-di");
        for (int i = 0; i < 5; i++) {
            String proposed = proposed("adj-di", 2_000);
            List<CompletableFuture<Integer>> both = Stream.of(BEN, CLEO)
                    .map(who -> CompletableFuture.supplyAsync(
                            () -> decides(who, "adj-di", proposed, "approve").statusCode()))
                    .toList();
            assertEquals(
                    List.of(200, 409),
                    both.stream().map(CompletableFuture::join).sorted().toList());
        }
        assertEquals(10_000, balance("adj-di"));
    }

    @Test
    void a_wish_that_makes_no_sense_is_refused_with_its_place() {
        enrols("adj-ed");
        String path = "/v1/members/" + id("adj-ed") + "/adjustments";
        refused(path, Map.of("points", 0, "kind", "correction", "reason", "x"), "/points");
        refused(path, Map.of("points", 5, "kind", "gift", "reason", "x"), "/kind");
        refused(path, Map.of("points", -5, "kind", "goodwill", "reason", "x"), "/points");
        refused(path, Map.of("points", 5, "kind", "goodwill", "reason", ""), "/reason");
        refused(path, Map.of("points", 5, "kind", "goodwill", "reason", "x", "wallet", "stars"), "/wallet");
        refused(
                path,
                Map.of("points", 5, "kind", "goodwill", "reason", "x", "expiresAt", "2020-01-01T00:00:00Z"),
                "/expiresAt");
        adjusts(ANA, "adj-nobody", 5).then().statusCode(404);
        reads("adj-nobody", "lots").then().statusCode(404);
        reads("adj-nobody", "adjustments").then().statusCode(404);
    }

    @Test
    void what_people_did_can_neither_be_changed_nor_removed_nor_approved_by_themselves() {
        enrols("adj-fi");
        String proposed = proposed("adj-fi", 5_000);
        assertRefused("update adjustment set points = 1 where adjustment_id = '" + proposed + "'");
        assertRefused("delete from adjustment where adjustment_id = '" + proposed + "'");
        assertRefused("truncate adjustment cascade");
        assertRefused("insert into adjustment_decision values ('" + proposed + "', true, null, 'staff:ana', now())");
        assertRefused("delete from adjustment_decision");
        assertRefused("delete from lot_change");
    }

    private void assertRefused(String statement) {
        String why = assertThrows(
                        RuntimeException.class, () -> database.inTransaction(tx -> tx.count(statement)), statement)
                .toString();
        assertTrue(why.contains("permission denied") || why.contains("nobody approves"), why);
    }

    private static void refused(String path, Map<String, Object> wish, String pointer) {
        posts(ANA, path, wish).then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    private static String proposed(String customer, long points) {
        return adjusts(ANA, customer, points)
                .then()
                .statusCode(200)
                .body("status", equalTo("proposed"))
                .body("balance", nullValue())
                .extract()
                .path("adjustmentId");
    }
}
