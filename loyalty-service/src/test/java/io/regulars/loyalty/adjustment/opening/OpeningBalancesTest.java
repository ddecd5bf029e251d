package io.regulars.loyalty.adjustment.opening;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.adjustment.Desk.BEN;
import static io.regulars.loyalty.adjustment.Desk.as;
import static io.regulars.loyalty.adjustment.Desk.balance;
import static io.regulars.loyalty.adjustment.Desk.enrols;
import static io.regulars.loyalty.adjustment.Desk.reads;
import static io.regulars.loyalty.adjustment.Desk.said;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.MembershipEvent.Adjustment;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class OpeningBalancesTest {

    private static final String HEADER = "customerId,wallet,points,earnedAt,expiresAt,reference\n";

    @Test
    void a_dry_run_says_what_the_real_run_does() {
        enrols("open-ana");
        String file = HEADER
                + id("open-ana") + ",,100,2024-05-01,2099-12-31,old-ana-1\n"
                + id("open-ana") + ",points,20,2024-06-01T10:00:00Z,,old-ana-2\n"
                + id("open-ana") + ",,100,2024-05-01,2099-12-31,old-ana-1\n"
                + id("open-ana") + ",,101,2024-05-01,2099-12-31,old-ana-1\n"
                + id("open-nobody") + ",,5,2024-05-01,,old-nobody\n"
                + id("open-ana") + ",,-5,2024-05-01,,old-minus\n";
        List<Map<String, Object>> foretold = imports(file, true).path("data");
        assertEquals(0, balance("open-ana"));
        imports(file, false)
                .then()
                .statusCode(200)
                .body("programme", equalTo("regulars"))
                .body("rows", equalTo(6))
                .body("ok", equalTo(2))
                .body("repeated", equalTo(1))
                .body("refused", equalTo(3))
                .body("data.row", contains(2, 3, 4, 5, 6, 7))
                .body("data.result", contains("ok", "ok", "repeated", "refused", "refused", "refused"))
                .body("data", equalTo(foretold));

        assertEquals(120, balance("open-ana"));
        reads("open-ana", "lots")
                .then()
                .body("data.points", contains(20, 100))
                .body("data.cause", contains("openingBalance", "openingBalance"))
                .body("data[1].earnedAt", equalTo("2024-04-30T22:00:00Z"))
                .body("data[1].expiresAt", equalTo("2099-12-31T23:00:00Z"));
        await().until(() -> said("open-ana", PointsAdjusted.class).size() == 2);
        assertEquals(
                Adjustment.OPENING_BALANCE,
                said("open-ana", PointsAdjusted.class).get(0).kind());
        imports(file, false)
                .then()
                .body("ok", equalTo(0))
                .body("repeated", equalTo(3))
                .body("refused", equalTo(3));
        imports(file, true).then().body("ok", equalTo(0)).body("repeated", equalTo(3));
        assertEquals(120, balance("open-ana"));
        reads("open-ana", "adjustments").then().body("data.reference", contains("old-ana-2", "old-ana-1"));
    }

    @Test
    void rows_beyond_one_transaction_are_judged_alike_and_two_imports_at_once_count_once() {
        enrols("open-bo");
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 600; i++) {
            file.append(id("open-bo"))
                    .append(",,1,2024-05-01,,bo-")
                    .append(i % 590)
                    .append('\n');
        }
        List<Object> foretold = imports(file.toString(), true).path("data.result");
        assertEquals(10, foretold.stream().filter("repeated"::equals).count());

        List<CompletableFuture<Response>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(() -> imports(file.toString(), false)))
                .toList();
        List<Integer> posted = new ArrayList<>();
        for (CompletableFuture<Response> each : both) {
            posted.add(each.join().then().statusCode(200).extract().path("ok"));
        }
        assertEquals(590, posted.get(0) + posted.get(1));
        assertEquals(590, balance("open-bo"));
    }

    @Test
    void what_is_no_file_of_balances_is_refused_as_a_whole() {
        imports("customerId,points\nx,1\n", true).then().statusCode(422);
        imports(HEADER, false).then().statusCode(422);
        as(BEN).contentType("text/csv")
                .body(HEADER + "x,,1,y,,z\n")
                .post("/v1/opening-balances?programme=unknown")
                .then()
                .statusCode(422);
    }

    private static Response imports(String file, boolean dryRun) {
        return as(BEN).contentType("text/csv").body(file).post("/v1/opening-balances?dryRun=" + dryRun);
    }
}
