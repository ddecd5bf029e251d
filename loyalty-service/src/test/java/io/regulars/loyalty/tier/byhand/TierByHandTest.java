package io.regulars.loyalty.tier.byhand;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.Desk.enrols;
import static io.regulars.loyalty.Desk.keyed;
import static io.regulars.loyalty.Desk.puts;
import static io.regulars.loyalty.Desk.sue;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.restassured.response.Response;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** In the programme every installation begins with: bronze, silver from 500.00, gold from 2000.00. */
@QuarkusTest
@TestProfile(NewInstallation.class)
class TierByHandTest {

    private static final String CLUB = "regulars";
    private static final String DUE = "select tier, tier_due from membership where customer_id = $1";
    private static final String ACTS = """
        select count(*) as acts, min(act) as act, min(reason) as reason, min(asked_by) as who
        from membership_act where customer_id = $1
        """;

    @Inject
    Desk desk;

    /** The programme names none of its own: its days are the installation's. */
    @ConfigProperty(name = "regulars.zone")
    ZoneId zone;

    @Test
    void a_tier_that_is_given_is_shown_told_written_down_and_ends_by_itself() {
        enrols("given", CLUB).then().statusCode(200);
        LocalDate until = today().plusDays(10);
        String key = UUID.randomUUID().toString();
        for (int again = 0; again < 2; again++) {
            gives(key, "given", grant("silver", until, "given"))
                    .then()
                    .statusCode(200)
                    .body("tier", equalTo("silver"))
                    .body("grants.why", contains("given"));
        }
        asks("given", "tier", CLUB)
                .then()
                .statusCode(200)
                .body("tier", equalTo("silver"))
                .body("since", equalTo(today().toString()))
                .body("basis", equalTo("netSpend"))
                .body("value", equalTo(0))
                .body("window.last", equalTo(today().toString()))
                .body("next.tier", equalTo("gold"))
                .body("next.missing", equalTo(2000_00))
                .body("keptUntil", equalTo(until.toString()))
                .body("dropsTo", equalTo("bronze"))
                .body("projected", equalTo("bronze"))
                .body("grants[0].until", equalTo(until.toString()))
                .body("lock", nullValue())
                .body("benefits", empty());
        List<Desk.Said> moves = desk.said("given", "tier.changed");
        assertEquals(1, moves.size());
        assertEquals("given", moves.get(0).get("why"));
        Row acts = desk.row(ACTS, "given");
        assertEquals(1, acts.getLong("acts"));
        assertEquals("a letter", acts.getString("reason"));
        assertEquals("staff:sue", acts.getString("who"));
        assertEquals(until.plusDays(1), desk.row(DUE, "given").getLocalDate("tier_due"));
        assertTrue(assertThrows(RuntimeException.class, () -> desk.commits("update membership_act set reason = ''"))
                .getMessage()
                .contains("permission denied"));
    }

    @Test
    void a_status_match_ends_and_a_lifetime_does_not() {
        enrols("matched", CLUB);
        gives("matched", grant("gold", null, "statusMatch"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        gives("matched", grant("gold", today(), "lifetime")).then().statusCode(422);
        gives("matched", grant("gold", today().minusDays(1), "given")).then().statusCode(422);
        gives("matched", grant("platinum", null, "given"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/tier"));
        gives("matched", grant("silver", today(), "statusMatch"))
                .then()
                .statusCode(200)
                .body("tier", equalTo("silver"));
        gives("matched", grant("gold", null, "lifetime")).then().statusCode(200).body("tier", equalTo("gold"));
        assertEquals(
                List.of("statusMatch", "lifetime"),
                desk.said("matched", "tier.changed").stream()
                        .map(each -> each.get("why"))
                        .toList());
        asks("matched", "tier", CLUB)
                .then()
                .body("grants.why", contains("statusMatch", "lifetime"))
                .body("dropsTo", nullValue())
                .body("projected", equalTo("gold"));
        gives("nobody's member", grant("gold", null, "given")).then().statusCode(404);
    }

    @Test
    void a_locked_tier_does_not_move_until_it_is_unlocked() {
        enrols("locked", CLUB);
        puts("locked", "tier/lock", Map.of("tier", "bronze", "reason", "a dispute"))
                .then()
                .statusCode(200)
                .body("lock.tier", equalTo("bronze"));
        desk.sells("locked-1", "locked", 2500_00);
        assertEquals("bronze", desk.row(DUE, "locked").getString("tier"));
        asks("locked", "tier", CLUB).then().body("tier", equalTo("bronze")).body("lock.tier", equalTo("bronze"));
        unlocks("locked", "").then().statusCode(422);
        unlocks("locked", "it is settled").then().statusCode(200).body("tier", equalTo("gold"));
        assertEquals("unlocked", desk.said("locked", "tier.changed").get(0).get("why"));
        unlocks("locked", "once more").then().statusCode(404);
        puts("locked", "tier/lock", Map.of("tier", "silver", "reason", "again"));
        assertEquals("locked", desk.said("locked", "tier.changed").get(1).get("why"));
    }

    private LocalDate today() {
        return LocalDate.now(zone);
    }

    private static Map<String, Object> grant(String tier, LocalDate until, String why) {
        Map<String, Object> grant = new HashMap<>(Map.of("tier", tier, "why", why, "reason", "a letter"));
        if (until != null) grant.put("until", until.toString());
        return grant;
    }

    private static Response gives(String customer, Map<String, Object> grant) {
        return gives(UUID.randomUUID().toString(), customer, grant);
    }

    private static Response gives(String key, String customer, Map<String, Object> grant) {
        return keyed(key).body(grant).post("/v1/members/{id}/tier/grants", id(customer));
    }

    private static Response unlocks(String customer, String reason) {
        return sue().delete("/v1/members/{id}/tier/lock?reason={reason}", id(customer), reason);
    }
}
