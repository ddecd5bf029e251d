package io.regulars.loyalty.membership;

import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.Desk.enrols;
import static io.regulars.loyalty.Desk.leaves;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class SignUpTest {

    private static final String KEPT = """
        select count(*) as kept, min(trigger) as trigger, min(version) as version, min(awards) as awards
        from award_without_purchase where customer_id = $1
        """;

    @Inject
    Desk desk;

    @Test
    void signing_up_brings_what_the_programme_gives_for_it_on_top_of_what_was_bought_that_day() {
        club("welcoming", "");
        desk.sells("wanda-1", "wanda", 5_00);
        enrols("wanda", "welcoming")
                .then()
                .statusCode(200)
                .body("points.earned", equalTo(105))
                .body("points.balance", equalTo(105));
        List<Desk.Said> awarded = desk.said("wanda", "points.awarded");
        assertEquals(1, awarded.size());
        assertEquals("signUp", awarded.get(0).get("trigger"));
        assertEquals(
                Map.of("earned", 100, "pending", 0, "balance", 105),
                awarded.get(0).get("points"));
        asks("wanda", "ledger", "welcoming")
                .then()
                .body("data.amount", contains(100, 5))
                .body("data.reason", contains("earned", "earned"))
                .body("data[0].purchaseId", equalTo(null));
        Row kept = desk.row(KEPT, "wanda");
        assertEquals(1, kept.getLong("kept"));
        assertEquals("signUp", kept.getString("trigger"));
        assertEquals("[[0,\"welcome\",\"points\",100,100,null]]", kept.getString("awards"));
        assertThrows(RuntimeException.class, () -> desk.commits("update award_without_purchase set awards = '[]'"));
    }

    @Test
    void coming_back_is_welcomed_again_only_where_the_programme_says_so() {
        club("once", "");
        club("always", "membership: { rejoiningIsSignUp: true }");
        for (String programme : List.of("once", "always")) {
            enrols("cora", programme);
            leaves("cora", programme).then().statusCode(200);
            enrols("cora", programme).then().statusCode(200);
        }
        asks("cora", "wallet", "once").then().body("points.active", equalTo(100));
        asks("cora", "wallet", "always").then().body("points.active", equalTo(200));
    }

    @Test
    void a_welcome_draws_on_its_budget_and_says_what_it_could_not_give() {
        club("short", "");
        enrols("first", "short");
        enrols("second", "short").then().body("points.balance", equalTo(50));
        @SuppressWarnings("unchecked")
        Map<String, Object> award = ((List<Map<String, Object>>)
                        desk.said("second", "points.awarded").get(0).get("awards"))
                .get(0);
        assertEquals(50, award.get("points"));
        assertEquals(100, award.get("desired"));
        assertEquals("the budget welcomes is used up", award.get("refusal"));
    }

    private static void club(String id, String membership) {
        int budget = id.equals("short") ? 150 : 1_000;
        published(id, """
                format: 1
                id: %s
                earning:
                  budgets: [{ id: welcomes, points: %d }]
                  rules:
                    - { id: base, gives: { points: 1, per: 1.00 } }
                    - { id: welcome, trigger: signUp, gives: { fixed: 100 }, limits: { budget: welcomes } }
                %s
                """.formatted(id, budget, membership));
    }
}
