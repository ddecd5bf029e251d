package io.regulars.loyalty.adjustment.lasting;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.adjustment.Desk.ANA;
import static io.regulars.loyalty.adjustment.Desk.balance;
import static io.regulars.loyalty.adjustment.Desk.enrols;
import static io.regulars.loyalty.adjustment.Desk.posts;
import static io.regulars.loyalty.adjustment.Desk.reads;
import static io.regulars.loyalty.adjustment.Desk.said;
import static io.regulars.loyalty.adjustment.Desk.wish;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.MembershipEvent.Adjustment;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.events.MembershipEvent.PointsExpired;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class LongerLifeTest {

    private final Instant nextYear = Instant.now().plus(Duration.ofDays(365)).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void an_end_is_put_off_and_never_brought_forward() {
        enrols("last-ana");
        int lot = given("last-ana", 50, nextYear);
        Instant later = nextYear.plusSeconds(3_600);
        longer("last-ana", lot, "extend", later)
                .then()
                .statusCode(200)
                .body("change", equalTo("extended"))
                .body("endedAt", equalTo(nextYear.toString()))
                .body("points", equalTo(50))
                .body("newLot", nullValue());
        longer("last-ana", lot, "extend", nextYear)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/expiresAt"));
        longer("last-ana", lot, "extend", later).then().statusCode(422);
        reads("last-ana", "lots").then().body("data[0].expiresAt", equalTo(later.toString()));
        longer("last-ana", 99, "extend", later).then().statusCode(404);
        longer("last-ana", lot, "reinstate", later).then().statusCode(409);
        assertEquals(50, balance("last-ana"));
    }

    @Test
    void points_without_an_end_and_lots_without_points_cannot_last_longer() {
        enrols("last-bo");
        int endless = given("last-bo", 10, null);
        longer("last-bo", endless, "extend", nextYear).then().statusCode(409);
        posts(ANA, "/v1/members/" + id("last-bo") + "/adjustments", wish(-10, null))
                .then()
                .statusCode(200);
        longer("last-bo", endless, "extend", nextYear).then().statusCode(409);
        reads("last-bo", "lots").then().body("data.state", contains("spent"));
    }

    /** Whether the end was posted or not: the first who comes after it posts it. */
    @Test
    void what_expired_comes_back_once_in_a_new_lot() {
        enrols("last-cy");
        int lot = given("last-cy", 70, Instant.now().plusMillis(1_500));
        posts(ANA, "/v1/members/" + id("last-cy") + "/adjustments", wish(-20, null))
                .then()
                .statusCode(200);
        await().until(() -> reads("last-cy", "lots").path("data[0].state").equals("expired"));
        reads("last-cy", "lots").then().body("data[0].remaining", equalTo(0)).body("data[0].expired", equalTo(50));
        longer("last-cy", lot, "extend", nextYear).then().statusCode(409);

        assertEquals(
                "[200, 409, 409]",
                Stream.of(1, 2, 3)
                        .map(i -> CompletableFuture.supplyAsync(() -> longer("last-cy", lot, "reinstate", nextYear)))
                        .toList()
                        .stream()
                        .map(each -> each.join().statusCode())
                        .sorted()
                        .toList()
                        .toString());
        assertEquals(50, balance("last-cy"));
        reads("last-cy", "lots")
                .then()
                .body("data.state", contains("active", "expired"))
                .body("data.remaining", contains(50, 0))
                .body("data[0].cause", equalTo("reinstatement"))
                .body("data[0].reinstatedFrom", equalTo(lot))
                .body("data[0].expiresAt", equalTo(nextYear.toString()));
        await().until(() -> said("last-cy", PointsAdjusted.class).size() == 3);
        assertEquals(1, said("last-cy", PointsExpired.class).size());
        assertEquals(
                Adjustment.REINSTATED,
                said("last-cy", PointsAdjusted.class).get(2).kind());
    }

    @Test
    void lots_are_read_in_pages_that_do_not_move() {
        enrols("last-di");
        for (int i = 1; i <= 5; i++) given("last-di", i, null);
        String next = reads("last-di", "lots?limit=2")
                .then()
                .body("data.points", contains(5, 4))
                .extract()
                .path("next");
        given("last-di", 6, null);
        reads("last-di", "lots?limit=3&cursor=" + next)
                .then()
                .body("data.points", contains(3, 2, 1))
                .body("next", nullValue());
        reads("last-di", "lots?limit=0").then().statusCode(422);
        reads("last-di", "lots?cursor=nonsense").then().statusCode(422);
    }

    private static Response longer(String customer, int lot, String how, Instant expiresAt) {
        Map<String, Object> wish = Map.of("expiresAt", expiresAt.toString(), "reason", "a long illness");
        String path = "/v1/members/" + id(customer) + "/lots/" + lot + "/" + how;
        return posts(ANA, path, wish, UUID.randomUUID().toString());
    }

    /** The number of a new lot. */
    private static int given(String customer, long points, Instant expiresAt) {
        posts(ANA, "/v1/members/" + id(customer) + "/adjustments", wish(points, expiresAt))
                .then()
                .statusCode(200);
        return reads(customer, "lots").path("data[0].number");
    }
}
