package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Kim at the desk finds that two customers are one, and later that they are not. */
@Isolated("its answers are awaited for a few seconds, on a machine that may be small")
class MergeJourneyTest {

    private final Shopper ana = new Shopper("ana");
    private final Shopper ben = new Shopper("ben");
    private final String anas =
            ana.buys("1", 20_00).then().statusCode(200).extract().path("customerId");
    private final String bens =
            ben.buys("1", 10_00).then().statusCode(200).extract().path("customerId");

    @Test
    void what_the_old_card_buys_is_the_survivors_and_its_own_again_once_the_merge_is_undone() {
        says(anas, "merge/preview", Map.of("with", "card:" + ben.card()))
                .then()
                .statusCode(200)
                .body("survivor.customerId", equalTo(anas))
                .body("merged.customerId", equalTo(bens));
        Response merged = says(anas, "merge", Map.of("with", "card:" + ben.card(), "reason", "a new card"));
        merged.then().statusCode(200).body("mergedId", equalTo(bens));
        assertPurchases(bens, anas, 2);

        String bought = ben.buys("2", 5_00)
                .then()
                .statusCode(200)
                .body("customerId", equalTo(anas))
                .extract()
                .path("purchaseId");
        assertPurchases(anas, anas, 3);
        assertPurchases("card:" + ben.card(), anas, 3);

        says(bens, "unmerge", Map.of("mergeId", merged.path("mergeId"), "reason", "mother and daughter"))
                .then()
                .statusCode(200)
                .body("restoredId", equalTo(bens));
        assertPurchases(anas, anas, 1);
        assertPurchases(bens, bens, 2);
        kim().get("/v1/customers/" + bens + "/timeline").then().body("data.detail.purchaseId", hasItem(bought));
        assertEquals(
                List.of("a new card"),
                kim().get("/v1/customers/" + anas + "/merges").path("data.reason"));
        says(bens, "merge", Map.of("with", bens, "reason", "by mistake"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/with"));
    }

    /** The timeline hears a moment later. */
    private static void assertPurchases(String asked, String customer, int purchases) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> kim().get("/v1/customers/" + asked)
                        .then()
                        .statusCode(200)
                        .body("customerId", equalTo(customer))
                        .body("purchases", equalTo(purchases)));
    }

    private static Response says(String customer, String what, Map<String, Object> words) {
        return kim().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(words)
                .post("/v1/customers/" + customer + "/" + what);
    }

    private static RequestSpecification kim() {
        return as(staff("support-adjust"));
    }
}
