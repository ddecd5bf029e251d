package io.regulars.loyalty.programme.publishing;

import static io.regulars.loyalty.programme.publishing.Office.ANA;
import static io.regulars.loyalty.programme.publishing.Office.BEN;
import static io.regulars.loyalty.programme.publishing.Office.as;
import static io.regulars.loyalty.programme.publishing.Office.draft;
import static io.regulars.loyalty.programme.publishing.Office.drafts;
import static io.regulars.loyalty.programme.publishing.Office.publishes;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sold, and what that means for who writes programmes. Each test leaves nothing on the shelves. */
@QuarkusTest
@TestProfile(NewInstallation.class)
class CatalogueTest {

    private static final String SHELVES = """
            [{"sku":"ESP-1","name":"Espresso","category":"coffee","brand":"house","labels":["hot","small"]},
             {"sku":"ESP/2","category":"coffee","collection":"autumn"},
             {"sku":"SCONE","category":"cake"}]
            """;

    @AfterEach
    void sell_nothing() {
        List<String> sold =
                as(BEN).get("/v1/products?limit=100").then().extract().path("data.sku");
        for (String sku : sold) removes(sku).statusCode(200);
    }

    @Test
    void what_is_put_is_added_changed_or_there_already_and_read_in_pages() {
        puts(SHELVES).body("added", equalTo(3)).body("changed", equalTo(0)).body("unchanged", equalTo(0));
        puts(SHELVES).body("added", equalTo(0)).body("changed", equalTo(0)).body("unchanged", equalTo(3));
        puts("[{\"sku\":\"SCONE\",\"category\":\"bakery\"},{\"sku\":\"TEA\"}]")
                .body("added", equalTo(1))
                .body("changed", equalTo(1));

        String next = as(ANA).get("/v1/products?limit=2")
                .then()
                .statusCode(200)
                .body("data.sku", contains("ESP-1", "ESP/2"))
                .body("data[0].name", equalTo("Espresso"))
                .body("data[0].labels", contains("hot", "small"))
                .body("data[1].brand", nullValue())
                .body("next", notNullValue())
                .extract()
                .path("next");
        as(ANA).get("/v1/products?limit=2&cursor=" + next)
                .then()
                .body("data.sku", contains("SCONE", "TEA"))
                .body("data[0].category", equalTo("bakery"))
                .body("next", nullValue());
        as(ANA).get("/v1/products?category=coffee").then().body("data.sku", contains("ESP-1", "ESP/2"));
        as(ANA).get("/v1/products?cursor=@").then().statusCode(422).body("errors[0].pointer", equalTo("/cursor"));
    }

    @Test
    void what_is_taken_out_is_gone_once() {
        puts(SHELVES);
        removes("ESP/2").statusCode(200).body("category", equalTo("coffee"));
        removes("ESP/2").statusCode(404);
        as(ANA).get("/v1/products").then().body("data.sku", contains("ESP-1", "SCONE"));
    }

    @Test
    void while_nothing_is_sold_a_rule_may_name_anything() {
        drafts(ANA, naming("free", "categories: [coffe], skus: [XYZ]")).then().statusCode(201);
    }

    @Test
    void a_kind_of_word_that_no_product_tells_is_free_and_the_others_are_not() {
        puts("[{\"sku\":\"TEA\",\"category\":\"tea\"}]");
        drafts(ANA, naming("bare", "brands: [house], collections: [autumn], labels: [hot], categories: [tee]"))
                .then()
                .statusCode(422)
                .body("errors.detail", contains("There is no category tee; there is tea."));
        drafts(ANA, naming("bare", "brands: [house], collections: [autumn], labels: [hot], skus: [TEA]"))
                .then()
                .statusCode(201);
    }

    @Test
    void what_no_product_has_is_refused_when_it_is_saved_and_the_nearest_name_is_told() {
        puts(SHELVES);
        String document = naming(
                "shop",
                "categories: [coffee, Cofee], brands: [House], collections: [autumn, spring], labels: [ho], "
                        + "skus: [ESP/2, ESP-3]");
        String at = "/earning/rules/0/lines/include";
        drafts(ANA, document)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body(
                        "errors.pointer",
                        contains(
                                at + "/skus/1",
                                at + "/categories/1",
                                at + "/brands/0",
                                at + "/collections/1",
                                at + "/labels/0"))
                .body(
                        "errors.detail",
                        contains(
                                "There is no sku ESP-3; there is ESP-1.",
                                "There is no category Cofee; there is coffee.",
                                "There is no brand House; there is house.",
                                "There is no collection spring.",
                                "There is no label ho; there is hot."));
        as(ANA).contentType(Office.YAML)
                .body(document)
                .post("/v1/programmes?dryRun=true")
                .then()
                .statusCode(422)
                .body("errors", hasSize(5));
        drafts(ANA, naming("shop", "categories: [coffee, cake], labels: [hot], skus: [SCONE]"))
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_not_sold_any_more_is_refused_when_it_is_published_and_what_is_published_stays() {
        puts(SHELVES);
        int first = draft(naming("stall", "categories: [coffee]"));
        int second = draft(naming("stall", "categories: [cake]"));
        publishes(BEN, "stall", first, null).then().statusCode(200);
        removes("SCONE").statusCode(200);
        publishes(BEN, "stall", second, null)
                .then()
                .statusCode(422)
                .body("errors.detail", hasItem("There is no category cake."));
        removes("ESP-1").statusCode(200);
        removes("ESP/2").statusCode(200);
        puts("[{\"sku\":\"TEA\",\"category\":\"tea\"}]");
        as(ANA).get("/v1/programmes/stall").then().statusCode(200).body("version", equalTo(first));
        publishes(BEN, "stall", draft(naming("stall", "categories: [tea]")), null)
                .then()
                .statusCode(200);
    }

    private static String naming(String programme, String words) {
        return """
                format: 1
                id: %s
                earning: { rules: [{ id: base, gives: { points: 1, per: 1.00 }, lines: { include: { %s } } }] }
                """.formatted(programme, words);
    }

    private static ValidatableResponse puts(String products) {
        return as(BEN).contentType(ContentType.JSON)
                .body(products)
                .put("/v1/products")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse removes(String sku) {
        return as(BEN).urlEncodingEnabled(false).delete("/v1/products/" + sku).then();
    }
}
