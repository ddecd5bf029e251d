package io.regulars.loyalty.benefit;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.Desk.enrols;
import static io.regulars.loyalty.Desk.keyed;
import static io.regulars.loyalty.Desk.leaves;
import static io.regulars.loyalty.Desk.puts;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static io.regulars.loyalty.programme.publishing.Office.turns;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class BenefitUseTest {

    private static final String SPA = """
        format: 1
        id: spa
        earning:
          rules:
            - { id: base, gives: { points: 1, per: 1.00 } }
        tiers:
          basis: netSpend
          window: { kind: rolling, length: P12M }
          levels:
            - { id: guest, threshold: 0 }
            - { id: friend, threshold: 100.00 }
        benefits:
          - { id: tea, levels: [guest, friend] }
          - { id: lounge, name: The lounge, levels: [friend], limit: { most: 2, per: month } }
        """;

    @Inject
    Desk desk;

    @BeforeEach
    void opens() {
        if (asks("nobody", "tier", "spa").statusCode() == 404) published("spa", SPA);
    }

    @Test
    void what_the_tier_gives_is_used_as_often_as_it_may_be() {
        enrols("bather", "spa").then().statusCode(200);
        uses("bather", "lounge")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("detail", containsString("tier guest does not have The lounge"));
        desk.sells("bather-1", "bather", 150_00);
        asks("bather", "tier", "spa")
                .then()
                .body("tier", equalTo("friend"))
                .body("benefits.benefit", contains("tea", "lounge"))
                .body("benefits.left", contains(null, 2));
        String key = UUID.randomUUID().toString();
        for (int again = 0; again < 2; again++) {
            uses(key, "bather", "lounge").then().statusCode(200).body("benefit.left", equalTo(1));
        }
        uses("bather", "lounge").then().statusCode(200).body("benefit.left", equalTo(0));
        uses("bather", "lounge")
                .then()
                .statusCode(409)
                .body("detail", containsString("The lounge was used 2 times, which is the most per month"));
        uses("bather", "tea").then().statusCode(200).body("benefit.left", nullValue());
        asks("bather", "tier", "spa").then().body("benefits.left", contains(null, 0));
        List<Desk.Said> used = desk.said("bather", "benefit.used");
        assertEquals(
                List.of("lounge", "lounge", "tea"),
                used.stream().map(each -> each.get("benefit")).toList());
        assertEquals("friend", used.get(0).get("tier"));
        assertEquals(
                3L,
                desk.row("select count(*) as uses from benefit_use where customer_id = $1", "bather")
                        .getLong("uses"));
        assertThrows(RuntimeException.class, () -> desk.commits("delete from benefit_use"));
    }

    @Test
    void of_many_who_use_the_last_at_once_no_more_than_there_are_do() {
        enrols("racer", "spa");
        desk.sells("racer-1", "racer", 150_00);
        List<CompletableFuture<Integer>> uses = IntStream.range(0, 6)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> uses("racer", "lounge").statusCode()))
                .toList();
        assertEquals(2, uses.stream().filter(each -> each.join() == 200).count());
    }

    @Test
    void who_may_spend_nothing_uses_nothing() {
        enrols("barred", "spa");
        uses("barred", "towels").then().statusCode(404);
        puts("barred", "status", Map.of("status", "blocked", "reason", "fraud"))
                .then()
                .statusCode(200);
        uses("barred", "tea").then().statusCode(409);
        puts("barred", "status", Map.of("status", "active", "reason", "a mistake"));
        uses("barred", "tea").then().statusCode(200);
        leaves("barred", "spa").then().statusCode(200);
        uses("barred", "tea").then().statusCode(409);
        uses("nobody", "tea").then().statusCode(404);
    }

    @Test
    void while_spending_is_stopped_nothing_is_used() {
        enrols("patient", "spa");
        turns("spa", "spending", true).then().statusCode(200);
        uses("patient", "tea").then().statusCode(409).body("detail", containsString("Spending is stopped"));
        turns("spa", "spending", false).then().statusCode(200);
        uses("patient", "tea").then().statusCode(200);
    }

    private static Response uses(String customer, String benefit) {
        return uses(UUID.randomUUID().toString(), customer, benefit);
    }

    private static Response uses(String key, String customer, String benefit) {
        return keyed(key)
                .body(Map.of("store", "S-1", "reference", "R-1"))
                .post("/v1/members/{id}/benefits/{benefit}/use?programme=spa", id(customer), benefit);
    }
}
