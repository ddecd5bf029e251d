package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.anybody;
import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A shopper's story: an unknown card, an opt-in, points, a repeat, a return, a welcome, a look at the own account. */
@Isolated("its answers are awaited for a few seconds, on a machine that may be small")
class ReceiptJourneyTest {

    private final Shopper ana = new Shopper("ana");

    @Test
    void a_shopper_joins_and_earns_also_for_what_came_before_that_day() {
        ana.buys("1", 25_99).then().statusCode(200).body("outcome", equalTo("notMember"));
        String customer = ana.joins().then().statusCode(200).extract().path("customerId");

        Response second = ana.buys("2", 10_50);
        second.then().statusCode(200).body("points.earned", equalTo(10)).body("points.balance", equalTo(35));
        assertEquals(customer, second.path("customerId"));
        Shopper.seenByItsTill(second.path("purchaseId"))
                .then()
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("store", equalTo("S-001"))
                .body("points.earned", equalTo(10));
        Shopper.seenByAnotherStore(second.path("purchaseId")).then().statusCode(404);
        ana.wallet().then().statusCode(200).body("points.balance", equalTo(35)).body("tier", equalTo("bronze"));
    }

    @Test
    void a_receipt_posted_twice_counts_once_and_other_content_is_a_conflict() {
        ana.joins().then().statusCode(200);
        Response first = ana.buys("1", 20_00);
        first.then().statusCode(200).body("points.earned", equalTo(20));

        ana.buys("1", 20_00).then().statusCode(200).body("points.earned", equalTo(20));
        ana.buys("1", 99_00).then().statusCode(409).body("code", equalTo("receipt_conflict"));
        ana.wallet().then().body("points.balance", equalTo(20));
        as(staff("ops"))
                .get("/v1/purchases/" + first.path("purchaseId"))
                .then()
                .statusCode(200)
                .body("repeats", equalTo(1))
                .body("conflicts", equalTo(1));
        String listed = "data.find { it.receiptId == '" + first.path("purchaseId") + "' }";
        as(staff("ops"))
                .get("/v1/receipt-conflicts?limit=100")
                .then()
                .statusCode(200)
                .body(listed + ".posted.total", equalTo(99_00));
    }

    @Test
    void what_is_parked_anywhere_can_be_seen_and_replayed() {
        as(staff("ops")).get("/v1/parked").then().statusCode(200).body("partial", nullValue());
        replays("intake-recording").then().statusCode(200).body("applied", equalTo(0));
        replays("no-such-view").then().statusCode(404);
    }

    private static Response replays(String view) {
        return as(staff("ops"))
                .body(Map.of("service", "crm", "view", view, "subject", "nobody"))
                .post("/v1/parked/replay");
    }

    @Test
    void nobody_is_enrolled_by_an_id_nobody_has() {
        as(staff("service"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "customer",
                        Map.of("id", UUID.randomUUID()),
                        "consent",
                        Map.of("text", "I join", "version", "1", "channel", "store")))
                .post("/v1/members")
                .then()
                .statusCode(404);
    }

    @Test
    void a_return_takes_back_its_line_and_may_come_before_its_purchase() {
        ana.joins().then().statusCode(200);
        ana.brings("1", 5_00).then().statusCode(202);
        ana.buys("1", 20_00).then().statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ana.wallet().then().body("points.balance", equalTo(15)));
    }

    @Test
    void a_receipt_is_undone_once_for_ever() {
        ana.joins().then().statusCode(200);
        String purchase = ana.buys("1", 20_00).then().statusCode(200).extract().path("purchaseId");

        ana.undoes(purchase, "rung up twice").then().statusCode(200).body("points.earned", equalTo(-20));
        ana.undoes(purchase, "rung up twice").then().statusCode(200).body("points.earned", equalTo(-20));
        ana.undoes(purchase, "never mind").then().statusCode(200).body("points.earned", equalTo(-20));
        ana.brings("1", 5_00).then().statusCode(202);
        Shopper.seenByItsTill(purchase).then().statusCode(200).body("voided", equalTo(true));
        Shopper.seenByItsTill(purchase).then().body("current.points", equalTo(0));
        ana.wallet().then().body("points.balance", equalTo(0)).body("spend", equalTo(0));
    }

    @Test
    void an_exchange_is_a_return_and_a_purchase_in_one() {
        ana.joins().then().statusCode(200);
        ana.buys("1", 20_00).then().statusCode(200);

        ana.exchanges("1", 5_00, "2", 12_00)
                .then()
                .statusCode(200)
                .body("net", equalTo(7_00))
                .body("points.taken", equalTo(5))
                .body("points.earned", equalTo(12));
        ana.exchanges("1", 5_00, "2", 12_00).then().statusCode(200).body("points.net", equalTo(7));
        ana.wallet().then().body("points.balance", equalTo(27));
    }

    @Test
    void an_anonymous_receipt_is_answered_and_has_a_timeline() {
        String id = ana.buysUnnamed("1", 3_00)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("anonymous"))
                .extract()
                .path("purchaseId");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as(staff("support"))
                        .get("/v1/customers/" + id + "/timeline")
                        .then()
                        .statusCode(200)
                        .body("data.type", hasItem("crm.purchase.recorded.v1")));
    }

    @Test
    void a_new_member_is_welcomed_and_sees_it_all_after_signing_in() {
        ana.joins().then().statusCode(200);
        ana.buys("1", 12_99).then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> ana.isMailed("elcome"));

        String challenge = anybody()
                .body(Map.of("email", ana.email()))
                .post("/v1/auth/code")
                .then()
                .statusCode(202)
                .extract()
                .path("challenge");
        await().atMost(Duration.ofSeconds(30)).until(() -> ana.code() != null);
        String token = anybody()
                .body(Map.of("email", ana.email(), "challenge", challenge, "code", ana.code()))
                .post("/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        as(token).get("/v1/me").then().statusCode(200).body("memberships[0].tier", equalTo("bronze")));
        as(token).get("/v1/store-keys").then().statusCode(403);
    }

    @Test
    void the_timeline_shows_what_every_service_said() {
        ana.joins().then().statusCode(200);
        ana.buys("1", 8_00).then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<String> types = as(staff("support"))
                    .get("/v1/customers/card:" + ana.card() + "/timeline")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("data.type");
            assertTrue(
                    types.containsAll(List.of(
                            "crm.purchase.recorded.v1",
                            "loyalty.purchase.assessed.v1",
                            "loyalty.member.enrolled.v1",
                            "engagement.message.sent.v1")),
                    () -> "only " + types);
        });
    }
}
