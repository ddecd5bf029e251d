package io.regulars.loyalty;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent;
import io.regulars.platform.journal.Shards;
import io.regulars.platform.marks.Marks;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class FreshReadTest {

    private final Instant today = Instant.now();

    @Test
    void a_wallet_holds_what_was_said_before_when_the_read_asks_to_be_as_fresh() {
        Till.enrols("fresca").then().statusCode(200).header(Marks.HEADER, startsWith("memberships/"));
        for (int i = 1; i <= 10; i++) {
            Marks said = says(recorded("f" + i, "fresca", purchase(today, false, line(1, "A", 10_00))));

            given().header("Authorization", Contexts.onBehalfOf("loyalty", Till.SHOP))
                    .header(Marks.HEADER, said.toString())
                    .get("/v1/members/{id}/wallet", id("fresca"))
                    .then()
                    .statusCode(200)
                    .body("points.balance", equalTo(10 * i));
        }
    }

    private static Marks says(TouchpointEvent event) {
        long seq = Speaker.say(Topic.TOUCHPOINTS, event).seq();
        int shard = Shards.of(event.subject(), SuiteResource.PARTITIONS);
        return new Marks(List.of(new Marks.Mark(Topic.TOUCHPOINTS, shard, seq)));
    }
}
