package io.regulars.loyalty.assessment.late;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.Desk.sue;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.regulars.loyalty.programme.publishing.Office;
import io.regulars.platform.testing.Contexts;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A late receipt through the database: what it makes good is stored, told, explained, and goes back with its goods. */
@QuarkusTest
@TestProfile(NewInstallation.class)
class LateReceiptStoredTest {

    private static final Instant NOW = Instant.now();
    private static final String CLUB = """
        format: 1
        id: tardy
        earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
        tiers:
          basis: netSpend
          window: { kind: rolling, length: P12M }
          levels: [{ id: low, threshold: 0 }, { id: mid, threshold: 100, multiply: 2 }]
        """;

    @Inject
    Desk desk;

    @Test
    void what_it_makes_good_is_stored_told_explained_and_goes_back() {
        Office.published("tardy", CLUB);
        joins("lena");
        buys("lena-1", Duration.ofHours(2), 10_00);
        buys("lena-late", Duration.ofDays(3), 100_00);
        points(10 * 2 + 100);
        var told = desk.said("lena", "points.adjusted");
        assertEquals("lateReceipt", told.get(0).get("kind"));
        assertEquals(10, told.get(0).get("amount"));
        asks("lena", "ledger", "tardy")
                .then()
                .body("data.find { it.reason == 'adjusted_up' }.purchaseId", equalTo("" + id("lena-1")))
                .body("data.find { it.reason == 'adjusted_up' }.causedBy", equalTo("" + id("told " + id("lena-late"))));
        sue().get("/internal/assessments/{id}", id("lena-1"))
                .then()
                .body("current.points", equalTo(20))
                .body(
                        "why",
                        hasItem("Line 1 earned 10 more by rule tier:mid, as receipt " + id("lena-late")
                                + " before it came late."));

        buys("lena-late", Duration.ofDays(3), 100_00);
        assertEquals(1, desk.said("lena", "points.adjusted").size());
        desk.hears(refunded("lena-b", "lena-1", null, refund(NOW, back(1, "A", 10_00))));
        points(100);
        assertThrows(RuntimeException.class, () -> desk.commits("delete from made_good"));
    }

    private void joins(String customer) {
        Map<String, Object> consent = Map.of("text", "I join the club.", "version", "2026-01", "channel", "store");
        given().header("Authorization", Contexts.onBehalfOf("loyalty", Contexts.staff("admin", "admin")))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "customerId",
                        id(customer),
                        "programme",
                        "tardy",
                        "consent",
                        consent,
                        "enrolledAt",
                        "" + NOW.minus(Duration.ofDays(10))))
                .post("/v1/members")
                .then()
                .statusCode(200);
    }

    private void buys(String receipt, Duration ago, long amount) {
        desk.hears(recorded(receipt, "lena", purchase(NOW.minus(ago), false, line(1, "A", amount))));
    }

    private static void points(int active) {
        asks("lena", "wallet", "tardy").then().body("points.active", equalTo(active));
    }
}
