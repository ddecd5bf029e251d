package io.regulars.loyalty.membership;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.Desk.enrols;
import static io.regulars.loyalty.Desk.leaves;
import static io.regulars.loyalty.Desk.puts;
import static io.regulars.loyalty.Desk.sue;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class LeavingTest {

    private static final String TIERS = """
        tiers:
          basis: netSpend
          window: { kind: rolling, length: P12M }
          levels:
            - { id: bronze, threshold: 0 }
            - { id: silver, threshold: 50.00 }
        """;

    @Inject
    Desk desk;

    @Test
    void who_leaves_a_programme_that_freezes_points_finds_them_again() {
        club("freezing", "membership: { onLeaving: frozen }");
        enrols("fred", "freezing").then().statusCode(200);
        desk.sells("fred-1", "fred", 100_00);
        leaves("fred", "freezing").then().statusCode(200).body("leaving", equalTo("frozen"));
        leaves("fred", "freezing").then().statusCode(409);
        asks("fred", "wallet", "freezing")
                .then()
                .body("points.active", equalTo(100))
                .body("leftAt", notNullValue());
        sue().get("/internal/members/{id}", id("fred")).then().body("data", empty());
        assertEquals("frozen", desk.said("fred", "member.left").get(0).get("leaving"));

        desk.sells("fred-2", "fred", 30_00);
        assertEquals("notMember", last("fred", "purchase.assessed").get("outcome"));
        assertEquals(null, last("fred", "purchase.assessed").get("points"));

        enrols("fred", "freezing").then().statusCode(200).body("tier", equalTo("silver"));
        desk.sells("fred-3", "fred", 7_00);
        asks("fred", "wallet", "freezing")
                .then()
                .body("points.active", equalTo(107))
                .body("spend", equalTo(107_00))
                .body("leftAt", nullValue());
        assertEquals(2, desk.said("fred", "member.enrolled").size());
        assertEquals("silver", desk.said("fred", "member.enrolled").get(1).get("tier"));
        enrols("fred", "freezing").then().statusCode(409).body("code", equalTo("already_member"));
    }

    @Test
    void what_counted_before_goes_back_when_its_goods_do_and_what_came_between_never_counted() {
        club("returning", "membership: { onLeaving: kept }");
        enrols("rita", "returning");
        desk.sells("rita-1", "rita", 100_00);
        leaves("rita", "returning").then().body("leaving", equalTo("kept"));
        desk.sells("rita-2", "rita", 40_00);
        enrols("rita", "returning");
        desk.hears(refunded("rita-b1", "rita-1", null, refund(Instant.now(), back(1, "A", 100_00))));
        assertEquals("reversed", last("rita", "purchase.assessed").get("outcome"));
        desk.hears(refunded("rita-b2", "rita-2", null, refund(Instant.now(), back(1, "A", 40_00))));
        assertEquals("beforeEnrolment", last("rita", "purchase.assessed").get("outcome"));
        asks("rita", "wallet", "returning")
                .then()
                .body("points.balance", equalTo(0))
                .body("spend", equalTo(0))
                .body("tier", equalTo("bronze"));
    }

    @Test
    void who_leaves_a_programme_that_forfeits_points_has_none() {
        club("strict", """
                membership: { onLeaving: forfeited, rejoiningRestoresTier: false }
                wallets:
                  - { id: points }
                  - { id: later, pending: { kind: after, after: P30D } }
                """);
        enrols("flo", "strict").then().statusCode(200);
        desk.sells("flo-1", "flo", 100_00);
        asks("flo", "wallet", "strict")
                .then()
                .body("wallets.points.active", contains(100, 0))
                .body("wallets.points.pending", contains(0, 100))
                .body("tier", equalTo("silver"));
        leaves("flo", "strict").then().statusCode(200).body("leaving", equalTo("forfeited"));
        asks("flo", "wallet", "strict")
                .then()
                .body("wallets.points.active", contains(0, 0))
                .body("wallets.points.pending", contains(0, 0));
        asks("flo", "ledger", "strict")
                .then()
                .body("data.reason", contains("forfeited", "pending_cancelled", "earned_pending", "earned"));
        assertEquals(
                0L,
                desk.row("select sum(remaining)::bigint as left from lot where customer_id = $1", "flo")
                        .getLong("left"));

        enrols("flo", "strict").then().statusCode(200).body("tier", equalTo("bronze"));
        assertEquals("ended", last("flo", "tier.changed").get("why"));
        desk.sells("flo-2", "flo", 10_00);
        asks("flo", "tier", "strict")
                .then()
                .body("tier", equalTo("bronze"))
                .body("value", equalTo(10_00))
                .body("next.missing", equalTo(40_00));
    }

    @Test
    void a_status_decides_what_is_earned_and_who_may_come_back() {
        club("watchful", "");
        enrols("bob", "watchful");
        block("bob", "blocked").then().statusCode(200).body("from", equalTo("active"));
        desk.sells("bob-1", "bob", 10_00);
        assertEquals("nothingToEarn", last("bob", "purchase.assessed").get("outcome"));
        assertEquals("blocked", last("bob", "member.statusChanged").get("to"));
        asks("bob", "wallet", "watchful").then().body("status", equalTo("blocked"));
        leaves("bob", "watchful");
        enrols("bob", "watchful").then().statusCode(409).body("code", equalTo("conflict"));
        block("bob", "active").then().statusCode(200);
        enrols("bob", "watchful").then().statusCode(200);
        block("bob", "active");
        assertEquals(2, desk.said("bob", "member.statusChanged").size());
        block("bob", "new").then().statusCode(422).body("errors[0].pointer", equalTo("/status"));
        block("nobody", "blocked").then().statusCode(404);
        assertEquals(
                4L,
                desk.row("select count(*) as acts from membership_act where customer_id = $1", "bob")
                        .getLong("acts"));
    }

    @Test
    void facts_say_whether_anything_may_be_sent_to_somebody_of_that_status() {
        club("quiet", "membership: { statuses: { blocked: { earn: true, spend: false, beSent: false } } }");
        enrols("gil", "quiet");
        assertEquals(null, last("gil", "member.enrolled").get("beSent"));
        block("gil", "blocked").then().statusCode(200);
        assertEquals(false, last("gil", "member.statusChanged").get("beSent"));
        desk.sells("gil-1", "gil", 60_00);
        assertEquals("silver", last("gil", "tier.changed").get("to"));
        assertEquals(false, last("gil", "tier.changed").get("beSent"));
        block("gil", "active").then().statusCode(200);
        assertEquals(true, last("gil", "member.statusChanged").get("beSent"));

        club("silent", "membership: { statuses: { new: { earn: true, spend: true, beSent: false } } }");
        enrols("joy", "silent");
        assertEquals(false, last("joy", "member.enrolled").get("beSent"));
        desk.sells("joy-1", "joy", 60_00);
        assertEquals(null, last("joy", "tier.changed").get("beSent"));
    }

    private static Response block(String customer, String status) {
        return puts(customer, "status", Map.of("status", status, "reason", "a hint"));
    }

    private Desk.Said last(String customer, String type) {
        List<Desk.Said> said = desk.said(customer, type);
        return said.get(said.size() - 1);
    }

    private static void club(String id, String terms) {
        String rules =
                terms.contains("later") ? "    - { id: later, wallet: later, gives: { points: 1, per: 1.00 } }\n" : "";
        published(id, """
                format: 1
                id: %s
                earning:
                  rules:
                    - { id: base, gives: { points: 1, per: 1.00 } }
                %s%s
                %s
                """.formatted(id, rules, terms, TIERS));
    }
}
