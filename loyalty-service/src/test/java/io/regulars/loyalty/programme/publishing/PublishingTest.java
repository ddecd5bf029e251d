package io.regulars.loyalty.programme.publishing;

import static io.regulars.loyalty.programme.publishing.Office.ANA;
import static io.regulars.loyalty.programme.publishing.Office.BEN;
import static io.regulars.loyalty.programme.publishing.Office.CLEO;
import static io.regulars.loyalty.programme.publishing.Office.as;
import static io.regulars.loyalty.programme.publishing.Office.draft;
import static io.regulars.loyalty.programme.publishing.Office.drafts;
import static io.regulars.loyalty.programme.publishing.Office.programme;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static io.regulars.loyalty.programme.publishing.Office.publishes;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.platform.testing.DatabaseOperator;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class PublishingTest {

    private final Instant soon = Instant.now().plus(Duration.ofDays(30));

    @Test
    void a_new_installation_begins_with_the_programme_that_is_built_in() {
        as(ANA).get("/v1/programmes")
                .then()
                .statusCode(200)
                .body("data[0].id", equalTo("regulars"))
                .body("data[0].kind", equalTo("club"))
                .body("data[0].version", equalTo(1))
                .body("data[0].inForceFrom", equalTo("1970-01-01T00:00:00Z"));
        as(ANA).get("/v1/programmes/regulars/versions/1")
                .then()
                .statusCode(200)
                .body("author", equalTo("installation"))
                .body("approver", equalTo("installation"))
                .body("state", equalTo("published"))
                .body("document.earning.rules.id", contains("base"));
    }

    @Test
    void a_second_person_puts_a_draft_into_force_and_the_next_one_supersedes_it() {
        assertEquals(1, draft(programme("bakery", 1)));
        as(ANA).get("/v1/programmes/bakery").then().statusCode(404);
        as(ANA).get("/v1/programmes").then().body("data.id", hasItem("bakery"));
        publishes(ANA, "bakery", 1, null)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("detail", containsString("second person"));
        publishes(BEN, "bakery", 1, null)
                .then()
                .statusCode(200)
                .body("author", equalTo("staff:ana"))
                .body("approver", equalTo("staff:ben"))
                .body("inForceFrom", notNullValue());
        assertEquals(2, published("bakery", programme("bakery", 2)));
        publishes(CLEO, "bakery", draft(programme("bakery", 3)), soon).then().statusCode(200);
        draft(programme("bakery", 4));

        as(ANA).get("/v1/programmes/bakery/versions")
                .then()
                .statusCode(200)
                .body("data.number", contains(4, 3, 2, 1))
                .body("data.state", contains("draft", "scheduled", "published", "superseded"))
                .body("data[0].approver", nullValue())
                .body("next", nullValue());
        as(ANA).get("/v1/programmes/bakery/versions?limit=2&cursor=4")
                .then()
                .body("data.number", contains(3, 2))
                .body("next", equalTo("2"));
        publishes(BEN, "bakery", 2, null).then().statusCode(409).body("detail", containsString("is published"));
        publishes(BEN, "bakery", 9, null).then().statusCode(404);
    }

    @Test
    void a_version_is_in_force_from_now_on_or_later_but_not_in_another_age() {
        int number = draft(programme("kiosk", 1));
        publishes(BEN, "kiosk", number, Instant.now().minusSeconds(60))
                .then()
                .statusCode(409)
                .body("detail", containsString("from now on"));
        publishes(BEN, "kiosk", number, Instant.now().plus(Duration.ofDays(3_660)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/inForceFrom"));
        publishes(BEN, "kiosk", number, soon).then().statusCode(200);
        publishes(BEN, "kiosk", draft(programme("kiosk", 2)), soon)
                .then()
                .statusCode(409)
                .body("detail", containsString("from then on"));
    }

    @Test
    void of_two_who_publish_at_once_one_does() {
        int first = draft(programme("market", 1));
        int second = draft(programme("market", 2));
        assertEquals(
                List.of(200, 409),
                atOnce(
                        () -> publishes(BEN, "market", first, soon),
                        () -> publishes(CLEO, "market", first, soon.plusSeconds(1))));
        int third = draft(programme("market", 3));
        Instant later = soon.plusSeconds(60);
        assertEquals(
                List.of(200, 409),
                atOnce(() -> publishes(BEN, "market", second, later), () -> publishes(CLEO, "market", third, later)));
    }

    @Test
    void what_a_document_must_not_lose_or_cannot_be_kept_yet_is_told_and_not_published() {
        published("deli", programme("deli", 1));
        String other = """
                format: 1
                id: deli
                currency: JPY
                wallets: [{ id: stamps }]
                earning: { rules: [{ id: welcome, when: "'vip' in member.segments", gives: { fixed: 5 } }] }
                """;
        int number = drafts(ANA, other)
                .then()
                .statusCode(201)
                .body("warnings.pointer", contains("/earning/rules/0/when", "/currency", "/wallets"))
                .extract()
                .path("number");
        publishes(BEN, "deli", number, null)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body("errors.pointer", contains("/earning/rules/0/when", "/currency", "/wallets"))
                .body("errors[0].detail", containsString("member.segments is not told"));
        as(ANA).get("/v1/programmes/deli").then().body("version", equalTo(1));
    }

    @Test
    void what_was_written_is_never_changed_or_removed() {
        published("stone", programme("stone", 1));
        draft(programme("stone", 2));
        for (String change : List.of(
                "update programme_version set document = 'other' where programme = 'stone' and number = 2",
                "update programme_version set in_force_from = 'epoch' where programme = 'stone' and number = 1",
                "delete from programme_version where programme = 'stone' and number = 2",
                "truncate programme_version",
                "truncate programme_switch")) {
            String why = assertThrows(IllegalStateException.class, () -> DatabaseOperator.run(change))
                    .getMessage();
            assertTrue(why.contains("never changed or removed"), why);
        }
    }

    private static List<Integer> atOnce(Supplier<Response> one, Supplier<Response> other) {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join()).stream()
                .map(Response::statusCode)
                .sorted()
                .toList();
    }
}
