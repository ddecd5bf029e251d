package io.regulars.loyalty.programme.publishing;

import static io.regulars.loyalty.programme.publishing.Office.ANA;
import static io.regulars.loyalty.programme.publishing.Office.as;
import static io.regulars.loyalty.programme.publishing.Office.draft;
import static io.regulars.loyalty.programme.publishing.Office.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.programme.Cafe;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class SimulationTest {

    private static final Map<String, Object> PURCHASE = Map.of(
            "occurredAt",
            "2026-04-07T13:30:00Z",
            "store",
            "S-001",
            "total",
            60_00,
            "lines",
            List.of(Map.of("sku", "A1", "category", "coffee", "labels", List.of("red"), "amount", 60_00)));

    @Test
    void a_purchase_is_tried_out_on_the_version_in_force_and_nothing_is_written() {
        simulates("regulars", Map.of("purchase", PURCHASE))
                .statusCode(200)
                .body("version", equalTo(1))
                .body("points.points", equalTo(60))
                .body("awards.rule", contains("base"))
                .body("awards[0].desired", equalTo(60))
                .body("rules[0].applied", equalTo(true));
    }

    @Test
    void a_draft_says_for_every_rule_in_words_why_it_would_apply_or_not() {
        int number = draft(Cafe.text());
        Map<String, Object> member = Map.of("tier", "family", "since", "2020-01-01", "purchases", 7, "visits", 9);
        simulates("cafe-club", Map.of("version", number, "purchase", PURCHASE, "member", member))
                .statusCode(200)
                .body("points.beans", equalTo(240 * 3 * 2 * 2 + 200 + 100))
                .body("points.stars", equalTo(60))
                .body("rules.find { it.rule == 'tenth-visit' }.applied", equalTo(true))
                .body("rules.find { it.rule == 'welcome' }.applied", equalTo(false))
                .body("rules.find { it.rule == 'big-basket' }.why", containsString("basket.total"))
                .body("awards.rule", hasItem("tier:family"));
        simulates("cafe-club", Map.of("version", number, "purchase", PURCHASE, "member", Map.of("tier", "vip")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/member/tier"));
    }

    @Test
    void a_document_is_tried_out_before_anybody_saves_it() {
        simulates("tried", Map.of("document", programme("tried", 3), "purchase", PURCHASE))
                .statusCode(200)
                .body("version", nullValue())
                .body("points.points", equalTo(180));
        simulates("other", Map.of("document", programme("tried", 3), "purchase", PURCHASE))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/document/id"));
        simulates("tried", Map.of("document", programme("tried", -3), "purchase", PURCHASE))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/document/earning/rules/0/gives/points"));
        simulates("tried", Map.of("purchase", PURCHASE)).statusCode(404);
        simulates("regulars", Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/purchase"));
    }

    @Test
    void a_made_up_member_has_a_birthday_and_shares_what_is_said() {
        Map<String, Object> rule = Map.of(
                "id",
                "party",
                "occasion",
                Map.of("birthday", "month"),
                "gives",
                Map.of("multiply", 2),
                "when",
                "member.attributes['diet'] == 'vegan'");
        Map<String, Object> base = Map.of("id", "base", "gives", Map.of("points", 1, "per", 1));
        Map<String, Object> document =
                Map.of("format", 1, "id", "tried", "earning", Map.of("rules", List.of(base, rule)));
        Map<String, Object> vegan =
                Map.of("birthday", Map.of("month", 4, "day", 30), "attributes", Map.of("diet", "vegan"));
        simulates("tried", Map.of("document", document, "purchase", PURCHASE, "member", vegan))
                .body("points.points", equalTo(120));
        simulates("tried", Map.of("document", document, "purchase", PURCHASE))
                .body("points.points", equalTo(60))
                .body("rules.find { it.rule == 'party' }.why", containsString("birthday is not known"));
        Map<String, Object> nobody = Map.of("birthday", Map.of("month", 2, "day", 30));
        simulates("tried", Map.of("document", document, "purchase", PURCHASE, "member", nobody))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/member/birthday"));
    }

    private static ValidatableResponse simulates(String programme, Map<String, Object> question) {
        return as(ANA).contentType(ContentType.JSON)
                .body(question)
                .post("/v1/programmes/{id}/simulate", programme)
                .then();
    }
}
