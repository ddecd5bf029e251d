package io.regulars.loyalty;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.voided;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.Voiding;
import io.regulars.loyalty.membership.Experience;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.response.Response;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class VoidDoorsTest {

    private final Instant noon = Instant.now()
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .atTime(LocalTime.NOON)
            .toInstant(ZoneOffset.UTC)
            .minus(Duration.ofDays(1));

    @Inject
    Database database;

    @Test
    void a_void_is_kept_as_a_refund_of_all_that_is_left() {
        Till.enrols("vera", noon.minus(Duration.ofDays(1)), Till.ADMIN, "vera-1")
                .then()
                .statusCode(200);
        Till.hears(recorded("v1", "vera", purchase(noon, false, line(1, "A", 1000), line(2, "B", 2000))));
        Till.hears(recorded("v2", "vera", purchase(noon.plusSeconds(9), false, line(1, "A", 500))));
        Till.hears(refunded("v1-back", "v1", "vera", refund(noon, back(1, "A", 1000))));
        assertEquals(-10, Till.answerTo("v1-back").points().earned());

        Till.hears(voided("v1", "vera", noon.plusSeconds(60)));
        await().untilAsserted(() -> assertEquals(new Experience(1, 1, Map.of()), experience("vera")));
        Till.wallet("vera").then().body("points.balance", equalTo(35 - 30)).body("spend", equalTo(500));
        Till.asks("/internal/assessments/{id}", Voiding.of(id("v1")))
                .then()
                .body("outcome", equalTo("reversed"))
                .body("current.points", equalTo(-20));
        Till.asks("/internal/assessments/{id}", id("v1")).then().body("current.points", equalTo(0));

        Till.hears(voided("v2", "vera", noon.plusSeconds(60)));
        await().untilAsserted(() -> assertEquals(Experience.NONE, experience("vera")));
        Till.wallet("vera").then().body("points.balance", equalTo(0)).body("spend", equalTo(0));
        assertEquals(List.of(), visitsOf("vera"));
    }

    @Test
    void a_receipt_undone_before_the_opt_in_brings_nothing() {
        Till.hears(recorded("w1", "wim", purchase(noon, false, line(1, "A", 9900))));
        Till.hears(voided("w1", "wim", noon.plusSeconds(60)));
        Till.hears(recorded("w2", "wim", purchase(noon.plusSeconds(120), false, line(1, "A", 100))));
        assertEquals(Outcome.NOT_MEMBER, Till.answerTo("w2").outcome());

        Till.enrols("wim", noon.minus(Duration.ofDays(1)), Till.ADMIN, "wim-1")
                .then()
                .statusCode(200)
                .body("points.balance", equalTo(1));
        await().until(() -> Till.said("wim", PointsEarned.class).size() == 1);
        assertEquals(new Experience(1, 1, Map.of()), experience("wim"));
    }

    @Test
    void refunds_without_a_purchase_are_listed_page_by_page() {
        Till.enrols("udo").then().statusCode(200);
        for (int i = 1; i <= 3; i++) {
            Till.hears(refunded("u" + i, null, "udo", refund(Instant.now(), back(null, "A", 100 * i))));
            Till.answerTo("u" + i);
        }

        Response first = Till.asks("/v1/refunds?limit=2");
        first.then()
                .statusCode(200)
                .body("data.size()", equalTo(2))
                .body("data[0].refundId", equalTo(id("u3").toString()))
                .body("data[0].customerId", equalTo(id("udo").toString()))
                .body("data[0].total", equalTo(300))
                .body("data[0].taken", equalTo(3))
                .body("data[0].counted", equalTo(true));
        Response second = Till.asks("/v1/refunds?limit=2&cursor={next}", first.<String>path("next"));
        second.then().statusCode(200).body("data[0].refundId", equalTo(id("u1").toString()));
        assertNotEquals(first.<String>path("next"), second.<String>path("next"));
        Till.asks("/v1/refunds?cursor=nonsense").then().statusCode(422);
    }

    private Experience experience(String customer) {
        Row row = database.inTransaction(
                tx -> tx.rows("select purchases, visits from membership where customer_id = $1", id(customer))
                        .iterator()
                        .next());
        return new Experience(row.getLong(0), row.getLong(1), Map.of());
    }

    private List<String> visitsOf(String customer) {
        UUID member = id(customer);
        Row row = database.inTransaction(tx -> tx.rows(
                        "select coalesce(sum(visits), 0), coalesce(string_agg(array_to_string(stores, ','), ''), '')"
                                + " from counted_day where customer_id = $1",
                        member)
                .iterator()
                .next());
        assertEquals(0, row.getNumeric(0).intValue());
        return row.getString(1).isEmpty() ? List.of() : List.of(row.getString(1));
    }
}
