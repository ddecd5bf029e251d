package io.regulars.loyalty.programme.publishing;

import static io.regulars.loyalty.programme.publishing.Office.ANA;
import static io.regulars.loyalty.programme.publishing.Office.BEN;
import static io.regulars.loyalty.programme.publishing.Office.as;
import static io.regulars.loyalty.programme.publishing.Office.draft;
import static io.regulars.loyalty.programme.publishing.Office.programme;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static io.regulars.loyalty.programme.publishing.Office.publishes;
import static io.regulars.loyalty.programme.publishing.Office.withdraws;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.testing.DatabaseOperator;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What is scheduled can be taken back, and something else put into force before it. */
@QuarkusTest
@TestProfile(NewInstallation.class)
class WithdrawalTest {

    private final Instant soon = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS);

    @Inject
    Programmes programmes;

    @Test
    void a_scheduled_version_is_taken_back_and_another_one_begins_in_its_place() {
        published("fair", programme("fair", 1));
        int wrong = draft(programme("fair", 20));
        int right = draft(programme("fair", 2));
        publishes(BEN, "fair", wrong, soon).then().statusCode(200);
        publishes(BEN, "fair", right, soon)
                .then()
                .statusCode(409)
                .body("detail", containsString("withdraw that first"));

        withdraws(ANA, "fair", wrong, "twenty is a typo")
                .then()
                .statusCode(200)
                .body("inForceFrom", equalTo(soon.toString()))
                .body("withdrawal.by", equalTo("staff:ana"))
                .body("withdrawal.why", equalTo("twenty is a typo"));
        assertEquals(1, numberAt("fair", soon));
        publishes(BEN, "fair", right, soon).then().statusCode(200);
        assertEquals(right, numberAt("fair", soon));
        as(ANA).get("/v1/programmes/fair/versions")
                .then()
                .body("data.state", contains("scheduled", "withdrawn", "published"))
                .body("data[1].withdrawal.why", equalTo("twenty is a typo"));
    }

    @Test
    void only_what_is_scheduled_is_taken_back_once_and_for_a_reason() {
        published("inn", programme("inn", 1));
        int second = draft(programme("inn", 2));
        withdraws(BEN, "inn", 1, "no").then().statusCode(409).body("detail", containsString("has begun"));
        withdraws(BEN, "inn", second, "no").then().statusCode(409).body("detail", containsString("is not published"));
        withdraws(BEN, "inn", 9, "no").then().statusCode(404);
        publishes(BEN, "inn", second, soon).then().statusCode(200);
        withdraws(BEN, "inn", second, " ").then().statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        withdraws(BEN, "inn", second, "not yet").then().statusCode(200);
        withdraws(BEN, "inn", second, "again").then().statusCode(409);
        publishes(BEN, "inn", second, soon).then().statusCode(409).body("detail", containsString("was withdrawn"));
    }

    @Test
    void something_else_is_put_into_force_before_what_is_scheduled_if_that_can_follow_it() {
        published("pub", programme("pub", 1));
        publishes(BEN, "pub", draft(programme("pub", 3)), soon).then().statusCode(200);
        int urgent = draft(programme("pub", 2));
        publishes(BEN, "pub", urgent, null).then().statusCode(200);
        assertEquals(urgent, numberAt("pub", soon.minusSeconds(1)));
        assertEquals(2, numberAt("pub", soon));

        String twoKinds = programme("pub", 2) + "wallets: [{ id: points }, { id: stars }]\n";
        publishes(BEN, "pub", draft(twoKinds), soon.minusSeconds(60))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/wallets"))
                .body("errors[0].detail", containsString("Version 2 is scheduled after it."));
    }

    @Test
    void what_has_begun_stays_even_where_nobody_asks_first() {
        published("bar", programme("bar", 1));
        String changes = "update programme_version set withdrawn_by = 'x', withdrawn_why = 'x', withdrawn_at = ";
        assertThrows(
                IllegalStateException.class,
                () -> DatabaseOperator.run(changes + "now() + interval '1 day' where programme = 'bar'"));
    }

    private int numberAt(String programme, Instant at) {
        Rulebook rules = programmes.current();
        return rules.at(programme, at).number();
    }
}
