package io.regulars.engagement.message;

import static io.regulars.engagement.testing.Loyalty.assessed;
import static io.regulars.engagement.testing.Loyalty.enrolled;
import static io.regulars.engagement.testing.Loyalty.moved;
import static io.regulars.engagement.testing.Loyalty.says;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a customer was told, read through the door the gateway uses. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class CustomerMessagesTest {

    private final UUID ana = UUID.randomUUID();

    @Test
    void messages_are_shown_newest_first_in_words() {
        says(enrolled(ana));
        says(moved(ana, "bronze", "silver", 50_100));

        await().untilAsserted(() -> read("").statusCode(200)
                .body("data", hasSize(2))
                .body("data.findAll { it.template == 'welcome' }.title[0]", containsString("Welcome"))
                .body("data.findAll { it.template == 'tierReached' }.title[0]", containsString("silver"))
                .body("data.state", equalTo(List.of("sent", "sent")))
                .body("next", equalTo(null))
                .body("asOf.memberships", notNullValue()));
    }

    @Test
    void the_words_are_made_at_reading_and_know_the_balance_of_now() {
        says(enrolled(ana));
        await().untilAsserted(() -> read("").body("data", hasSize(1)));

        says(assessed(ana, 25, 25));
        await().untilAsserted(() -> read("").body("data[0].text", containsString("you have 25 points")));
    }

    @Test
    void pages_hold_every_message_once_also_while_more_come() {
        says(enrolled(ana));
        for (int rise = 1; rise <= 6; rise++) says(moved(ana, "t" + (rise - 1), "t" + rise, rise * 1_000));
        await().untilAsserted(() -> read("?limit=100").body("data", hasSize(7)));

        List<String> seen = new ArrayList<>();
        JsonPath page = read("?limit=3").extract().jsonPath();
        seen.addAll(page.getList("data.messageId"));
        while (page.getString("next") != null) {
            page = read("?limit=3&cursor=" + page.getString("next")).extract().jsonPath();
            seen.addAll(page.getList("data.messageId"));
        }

        assertEquals(7, seen.size());
        assertEquals(7, new HashSet<>(seen).size());
    }

    @Test
    void a_full_last_page_has_no_next() {
        says(enrolled(ana));
        await().untilAsserted(() -> read("?limit=1").body("data", hasSize(1)));

        assertNull(read("?limit=1").extract().jsonPath().getString("next"));
    }

    @Test
    void nobody_was_told_nothing() {
        read("").statusCode(200).body("data", hasSize(0)).body("next", equalTo(null));
    }

    @Test
    void a_limit_or_cursor_of_another_kind_is_refused() {
        read("?limit=0").statusCode(422).body("errors[0].pointer", equalTo("/limit"));
        read("?limit=x").statusCode(422).body("code", equalTo("invalid"));
        read("?cursor=abc").statusCode(422).body("errors[0].pointer", equalTo("/cursor"));
    }

    @Test
    void only_peers_may_read() {
        String path = "/internal/customers/" + ana + "/messages";
        given().get(path).then().statusCode(401);
        given().header("Authorization", Contexts.as("gateway", "crm"))
                .get(path)
                .then()
                .statusCode(401);
        given().header("Authorization", Contexts.as("operator", "engagement"))
                .get(path)
                .then()
                .statusCode(403);
        assertNotNull(read("").statusCode(200));
    }

    private ValidatableResponse read(String query) {
        return given().header("Authorization", Contexts.as("gateway", "engagement"))
                .get("/internal/customers/" + ana + "/messages" + query)
                .then();
    }
}
