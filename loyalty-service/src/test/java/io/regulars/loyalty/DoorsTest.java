package io.regulars.loyalty;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.platform.testing.SuiteResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class DoorsTest {

    private final Instant today = Instant.now();

    @Test
    void a_members_purchase_is_assessed_and_shows_in_wallet_ledger_and_explanation() {
        Till.enrols("ana")
                .then()
                .statusCode(200)
                .body("tier", equalTo("bronze"))
                .body("points.balance", equalTo(0));
        Till.hears(recorded("a1", "ana", purchase(today, false, line(1, "A", 1000), line(2, "B", 1599))));

        PurchaseAssessed answer = Till.answerTo("a1");
        assertEquals(Outcome.EARNED, answer.outcome());
        assertEquals(
                List.of(
                        new Award(1, "base", 10, "points", 1, null, null),
                        new Award(2, "base", 15, "points", 1, null, null)),
                answer.awards());
        assertEquals(new Points(25, 0, 25), answer.points());

        Till.wallet("ana")
                .then()
                .statusCode(200)
                .body("points.active", equalTo(25))
                .body("points.debt", equalTo(0))
                .body("spend", equalTo(2599))
                .body("nextTier.tier", equalTo("silver"))
                .body("nextTier.missing", equalTo(50_000 - 2599))
                .body("asOf.touchpoints", notNullValue());
        Till.asks("/v1/members/{id}/ledger", id("ana"))
                .then()
                .statusCode(200)
                .body("data.amount", contains(25))
                .body("data[0].debit", equalTo("issued"))
                .body("data[0].credit", equalTo("active"))
                .body("data[0].balanceAfter", equalTo(25))
                .body("next", nullValue());
        Till.asks("/internal/assessments/{id}", id("a1"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("earned"))
                .body("current.points", equalTo(25))
                .body("asOf.touchpoints", notNullValue())
                .body("why[0]", startsWith("Line 1 earned 10 by rule base for the"));
        Till.asks("/internal/members/{id}", id("ana"))
                .then()
                .statusCode(200)
                .body("data.programme", contains("regulars"))
                .body("data.points.balance", contains(25))
                .body("asOf.touchpoints", notNullValue());
    }

    @Test
    void who_is_no_member_earns_nothing_and_who_is_unknown_is_not_found() {
        Till.hears(recorded("n1", "nobody's", purchase(today, false, line(1, "A", 1000))));
        Till.hears(recorded("n2", null, purchase(today, false, line(1, "A", 1000))));
        Till.hears(recorded("n3", "trainee", purchase(today, true, line(1, "A", 1000))));
        assertEquals(Outcome.NOT_MEMBER, Till.answerTo("n1").outcome());
        assertEquals(Outcome.ANONYMOUS, Till.answerTo("n2").outcome());
        assertEquals(Outcome.TRAINING, Till.answerTo("n3").outcome());
        assertNull(Till.answerTo("n1").points());
        Till.wallet("nobody's").then().statusCode(404).body("code", equalTo("not_found"));
        Till.asks("/internal/members/{id}", id("nobody's"))
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(0));
        Till.asks("/internal/assessments/{id}", id("n2"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("anonymous"))
                .body("why", hasItem("Nobody was named on the receipt."));
        Till.asks("/internal/assessments/{id}", id("n3")).then().statusCode(200).body("outcome", equalTo("training"));
        Till.asks("/internal/assessments/{id}", id("never heard"))
                .then()
                .statusCode(404)
                .body("retryable", equalTo(true));
    }

    @Test
    void a_refund_before_its_purchase_waits_and_is_taken_back_with_it() {
        Till.enrols("rosa").then().statusCode(200);
        Till.hears(refunded("r-back", "r-buy", "rosa", refund(today, back(1, "A", 1000))));
        assertEquals(Outcome.WAITING, Till.answerTo("r-back").outcome());

        Till.hears(recorded("r-buy", "rosa", purchase(today, false, line(1, "A", 1000), line(2, "B", 2000))));
        assertEquals(new Points(30, 0, 30), Till.answerTo("r-buy").points());
        PointsReversed reversed = Till.said("rosa", PointsReversed.class).get(0);
        assertEquals(new Points(-10, 0, 20), reversed.points());
        assertEquals(id("r-back"), reversed.refundId());
        Till.wallet("rosa").then().body("points.balance", equalTo(20)).body("spend", equalTo(2000));
        Till.asks("/internal/assessments/{id}", id("r-back"))
                .then()
                .body("outcome", equalTo("waiting"))
                .body("current.points", equalTo(-10));
        Till.asks("/internal/assessments/{id}", id("r-buy")).then().body("current.points", equalTo(20));
    }

    @Test
    void opting_in_after_shopping_judges_again_what_happened_since_that_morning() {
        Instant lastWeek = today.minus(Duration.ofDays(9));
        Till.hears(recorded("e1", "eva", purchase(lastWeek.minus(Duration.ofDays(2)), false, line(1, "A", 9900))));
        Till.hears(recorded("e2", "eva", purchase(lastWeek.plusSeconds(5), false, line(1, "A", 70_000))));
        Till.hears(refunded("e3", "e2", null, refund(today, back(1, null, 1000))));
        assertEquals(Outcome.NOT_MEMBER, Till.answerTo("e3").outcome());

        Till.enrols("eva", lastWeek, Till.ADMIN, "eva-1")
                .then()
                .statusCode(200)
                .body("tier", equalTo("silver"))
                .body("points.balance", equalTo(690));
        await().until(() -> Till.said("eva", TierChanged.class).size() == 1);
        assertEquals(1, Till.said("eva", MemberEnrolled.class).size());
        assertEquals(700, Till.said("eva", PointsEarned.class).get(0).points().earned());
        assertEquals(-10, Till.said("eva", PointsReversed.class).get(0).points().earned());
        Till.asks("/internal/assessments/{id}", id("e2"))
                .then()
                .body("outcome", equalTo("notMember"))
                .body("current.points", equalTo(690));
        Till.hears(recorded("e4", "eva", purchase(lastWeek.minus(Duration.ofDays(9)), false, line(1, "A", 9900))));
        assertEquals(Outcome.BEFORE_ENROLMENT, Till.answerTo("e4").outcome());
    }

    @Test
    void an_opt_in_happens_once_per_key_and_once_per_customer() {
        Till.enrols("ida", null, Till.SHOP, "ida-1").then().statusCode(200);
        Till.enrols("ida", null, Till.SHOP, "ida-1")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("customerId", equalTo(id("ida").toString()));
        Till.enrols("ida", null, Till.SHOP, "ida-2").then().statusCode(409).body("code", equalTo("already_member"));
        Till.enrols("other", null, Till.SHOP, "ida-1")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        Till.enrols("late", today.minusSeconds(60), Till.SHOP, "late-1").then().statusCode(403);
        Till.enrols("early", today.plusSeconds(600), Till.ADMIN, "early-1")
                .then()
                .statusCode(422);
    }

    @Test
    void the_ledger_is_read_in_pages_that_do_not_move() {
        Till.enrols("lea").then().statusCode(200);
        for (int i = 1; i <= 5; i++) {
            Till.hears(recorded("l" + i, "lea", purchase(today, false, line(1, "A", 100 * i))));
        }
        Till.answerTo("l5");
        String next = Till.asks("/v1/members/{id}/ledger?limit=2", id("lea"))
                .then()
                .body("data.amount", contains(5, 4))
                .extract()
                .path("next");
        Till.hears(recorded("l6", "lea", purchase(today, false, line(1, "A", 600))));
        Till.answerTo("l6");
        next = Till.asks("/v1/members/{id}/ledger?limit=2&cursor={c}", id("lea"), next)
                .then()
                .body("data.amount", contains(3, 2))
                .extract()
                .path("next");
        Till.asks("/v1/members/{id}/ledger?limit=2&cursor={c}", id("lea"), next)
                .then()
                .body("data.amount", contains(1))
                .body("next", nullValue());
        Till.asks("/v1/members/{id}/ledger?limit=101", id("lea")).then().statusCode(422);
        Till.asks("/v1/members/{id}/ledger?cursor=nonsense", id("lea")).then().statusCode(422);
    }
}
