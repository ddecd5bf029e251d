package io.regulars.loyalty.approval;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.adjustment.Desk.as;
import static io.regulars.loyalty.adjustment.Desk.enrols;
import static io.regulars.loyalty.adjustment.Desk.posts;
import static io.regulars.loyalty.adjustment.Desk.wish;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.adjustment.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.regulars.loyalty.programme.publishing.Office;
import io.regulars.platform.access.Caller;
import io.regulars.platform.testing.Contexts;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class ApprovalsTest {

    private static final Caller MARA = Contexts.staff("mara", "marketing");

    @Test
    void points_that_wait_stand_there_until_somebody_decides() {
        enrols("otis");
        posts(Desk.ANA, adjustments("otis"), wish(10, null)).then().statusCode(200);
        String many = posts(Desk.ANA, adjustments("otis"), wish(5_000, null))
                .then()
                .body("status", equalTo("proposed"))
                .extract()
                .path("adjustmentId");
        Map<String, Object> waiting = of("otis", Desk.ANA).get(0);
        assertEquals(1, of("otis", Desk.ANA).size());
        assertEquals(many, waiting.get("adjustmentId"));
        assertEquals("adjustment", waiting.get("kind"));
        assertEquals(5_000, waiting.get("points"));
        assertEquals("cold coffee", waiting.get("reason"));
        assertEquals(true, waiting.get("own"));
        assertEquals(false, of("otis", Desk.BEN).get(0).get("own"));
        assertTrue(of("otis", MARA).isEmpty());

        posts(Desk.BEN, waiting.get("path") + "/approve", Map.of()).then().statusCode(200);
        assertTrue(of("otis", Desk.ANA).isEmpty());
    }

    @Test
    void drafts_wait_until_they_or_a_later_one_are_published() {
        Office.published("tea", Office.programme("tea", 1));
        int second = Office.draft(Office.programme("tea", 2));
        int third = Office.draft(Office.programme("tea", 3));
        assertEquals(List.of(second, third), drafts("tea", MARA));
        assertEquals(List.of(second, third), drafts("tea", Desk.BEN));
        assertTrue(drafts("tea", Desk.ANA).isEmpty());
        posts(Desk.BEN, "/v1/programmes/tea/versions/" + third + "/publish", Map.of())
                .then()
                .statusCode(200);
        assertTrue(drafts("tea", MARA).isEmpty());
    }

    @Test
    void drafts_wait_again_when_the_later_one_is_withdrawn() {
        Office.published("cake", Office.programme("cake", 1));
        int second = Office.draft(Office.programme("cake", 2));
        int third = Office.draft(Office.programme("cake", 3));
        String version = "/v1/programmes/cake/versions/" + third;
        Map<String, String> tomorrow =
                Map.of("inForceFrom", Instant.now().plus(Duration.ofDays(1)).toString());
        posts(Desk.BEN, version + "/publish", tomorrow).then().statusCode(200);
        assertTrue(drafts("cake", MARA).isEmpty());
        posts(Desk.BEN, version + "/withdraw", Map.of("reason", "a typo"))
                .then()
                .statusCode(200);
        assertEquals(List.of(second), drafts("cake", MARA));
    }

    @Test
    void pages_follow_each_other_and_only_ours_are_taken() {
        enrols("pia");
        for (int points = 2_001; points <= 2_005; points++) {
            posts(Desk.ANA, adjustments("pia"), wish(points, null)).then().statusCode(200);
        }
        assertEquals(
                List.of(2_001, 2_002, 2_003, 2_004, 2_005),
                of("pia", Desk.CLEO).stream().map(each -> each.get("points")).toList());
        String base = "/v1/approvals?kind=adjustment";
        assertFalse(
                as(Desk.ANA).get(base + "&limit=2").jsonPath().getString("next").isEmpty());
        as(Desk.ANA).get(base + "&cursor=xyz").then().statusCode(422).body("errors[0].pointer", equalTo("/cursor"));
        as(Desk.ANA).get(base + "&limit=0").then().statusCode(422);
        as(Desk.ANA).get("/v1/approvals?kind=all").then().statusCode(422).body("errors[0].pointer", equalTo("/kind"));
    }

    private static List<Map<String, Object>> of(String customer, Caller asker) {
        return all(asker).stream()
                .filter(each -> id(customer).toString().equals(each.get("customerId")))
                .toList();
    }

    private static List<Object> drafts(String programme, Caller asker) {
        return all(asker).stream()
                .filter(each -> each.get("kind").equals("programmeVersion"))
                .filter(each -> each.get("programme").equals(programme))
                .map(each -> each.get("number"))
                .toList();
    }

    /** Every page, three at a time. */
    private static List<Map<String, Object>> all(Caller asker) {
        List<Map<String, Object>> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = as(asker).get("/v1/approvals?limit=3" + cursor).jsonPath();
            found.addAll(page.getList("data"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return found;
    }

    private static String adjustments(String customer) {
        return "/v1/members/" + id(customer) + "/adjustments";
    }
}
