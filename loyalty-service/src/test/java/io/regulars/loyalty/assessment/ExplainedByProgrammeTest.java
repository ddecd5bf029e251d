package io.regulars.loyalty.assessment;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Desk.enrols;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static io.regulars.loyalty.programme.publishing.Office.turns;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.events.Topic;
import io.regulars.loyalty.adjustment.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.regulars.platform.testing.Speaker;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receipt that counts in several programmes, and for several kinds of points. */
@QuarkusTest
@TestProfile(NewInstallation.class)
class ExplainedByProgrammeTest {

    private static final String TWO_KINDS = """
            format: 1
            id: duo
            currency: USD
            wallets: [{ id: beans }, { id: stars, spendable: false }]
            earning:
              rules:
                - { id: beans, gives: { points: 1, per: 1.00 } }
                - { id: stars, wallet: stars, gives: { points: 5, per: 1.00 } }
            """;

    @Test
    void each_programme_tells_its_own_and_kinds_of_points_are_not_added_up() {
        published("duo", TWO_KINDS);
        published("trio", TWO_KINDS.replace("id: duo", "id: trio").replace("points: 1,", "points: 100,"));
        enrols("dora", "duo").then().statusCode(200);
        enrols("dora", "trio").then().statusCode(200);
        Instant now = Instant.now();
        Speaker.say(Topic.TOUCHPOINTS, recorded("d-1", "dora", purchase(now, false, line(1, "A", 10_00))));
        assertEquals(10, (int) told("d-1", 10).path("current.points"));
        told("d-1", 10)
                .then()
                .body("programme", equalTo("duo"))
                .body("judged.programme", hasItem("trio"))
                .body("judged.find { it.programme == 'trio' }.awards[0].points", equalTo(1_000))
                .body("judged.find { it.programme == 'duo' }.awards.rule", equalTo(List.of("beans", "stars")))
                .body("why.size()", equalTo(2));
        Desk.as(Desk.BEN)
                .get("/internal/members/{id}", id("dora"))
                .then()
                .body("data.find { it.programme == 'duo' }.wallets.wallet", equalTo(List.of("beans", "stars")))
                .body("data.find { it.programme == 'duo' }.wallets[1].points.active", equalTo(50))
                .body("data.find { it.programme == 'duo' }.wallets[0].name.many", equalTo("points"));
        Speaker.say(Topic.TOUCHPOINTS, refunded("d-2", "d-1", "dora", refund(now, back(1, "A", 4_00))));
        told("d-1", 6).then().body("why[2]", equalTo("With all that came since it stands at 6 points."));
        told("d-2", -4).then().statusCode(200);
    }

    @Test
    void why_nothing_was_earned_is_said_where_one_thing_silenced_all_rules() {
        published("mute", TWO_KINDS.replace("id: duo", "id: mute"));
        enrols("mona", "mute").then().statusCode(200);
        turns("mute", "programme", true).then().statusCode(200);
        Instant now = Instant.now();
        Speaker.say(Topic.TOUCHPOINTS, recorded("m-1", "mona", purchase(now, false, line(1, "A", 10_00))));
        told("m-1", 0).then().body("why[0]", equalTo("Nothing was earned: the programme is stopped."));
        turns("mute", "programme", false).then().statusCode(200);
        Speaker.say(Topic.TOUCHPOINTS, recorded("m-2", "mona", purchase(now.plusSeconds(1), false, line(1, "A", 0))));
        told("m-2", 0).then().body("why[0]", equalTo("Nothing was earned: nothing was paid that counts."));
    }

    private static Response told(String receipt, int points) {
        return await().until(
                        () -> Desk.as(Desk.BEN).get("/internal/assessments/{id}", id(receipt)),
                        answer -> answer.statusCode() == 200 && answer.<Integer>path("current.points") == points);
    }
}
