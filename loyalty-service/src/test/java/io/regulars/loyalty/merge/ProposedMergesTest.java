package io.regulars.loyalty.merge;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Desk.enrols;
import static io.regulars.loyalty.Desk.sue;
import static io.regulars.loyalty.merge.Family.assertBooksBalance;
import static io.regulars.loyalty.merge.Family.bought;
import static io.regulars.loyalty.merge.Family.club;
import static io.regulars.loyalty.merge.Family.merged;
import static io.regulars.loyalty.merge.Family.unmerged;
import static io.regulars.loyalty.merge.Family.wallet;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class ProposedMergesTest {

    @Inject
    Desk desk;

    @Test
    void two_members_wait_for_staff_and_go_on_meanwhile() {
        club("asking", "");
        enrols("una", "asking").then().statusCode(200);
        enrols("vic", "asking").then().statusCode(200);
        desk.sells("una-1", "una", 10_00);
        desk.sells("vic-1", "vic", 20_00);
        desk.hears(merged("m3", "una", "vic", "vic's card"));
        desk.hears(bought("vic-2", "una", "vic's card", 2_00), bought("vic-3", "una", "vic", 1_00));
        wallet("una", "asking", 10, "bronze");
        wallet("vic", "asking", 23, "bronze");
        sue().get("/v1/members/merges?limit=100")
                .then()
                .statusCode(200)
                .body(
                        "data.find { it.merge.mergeId == '%s' }.memberships[0].after.wallets.points.active"
                                .formatted(id("m3")),
                        equalTo(33));

        decides("m3", "accept", null).statusCode(422);
        decides("m3", "accept", "she brought both cards").statusCode(200).body("merge.state", equalTo("joined"));
        decides("m3", "refuse", "too late").statusCode(409);
        decides("nothing", "refuse", "no such merge").statusCode(404);
        wallet("una", "asking", 33, "bronze");
        wallet("vic", "asking", 33, "bronze");
        desk.hears(bought("vic-4", "una", "vic's card", 4_00));
        wallet("una", "asking", 37, "bronze");
        wallet("vic", "asking", 37, "bronze");
        assertBooksBalance(desk, "una");
        assertBooksBalance(desk, "vic");
    }

    @Test
    void what_staff_refuse_stays_apart_also_when_the_merge_is_undone() {
        club("refusing", "");
        enrols("wes", "refusing").then().statusCode(200);
        enrols("xia", "refusing").then().statusCode(200);
        desk.sells("wes-1", "wes", 10_00);
        desk.hears(merged("m5", "wes", "xia", "xia's card"));
        desk.hears(bought("xia-1", "wes", "xia's card", 4_00));
        sue().get("/internal/merges/preview?survivor={one}&merged={other}", id("wes"), id("xia"))
                .then()
                .statusCode(200)
                .body("memberships[0].waits", equalTo(true))
                .body("memberships[0].survivor.wallets.points.active", equalTo(10));
        decides("m5", "refuse", "mother and daughter").statusCode(200).body("merge.state", equalTo("refused"));
        desk.hears(bought("xia-2", "wes", "xia's card", 2_00));
        wallet("xia", "refusing", 6, "bronze");
        desk.hears(unmerged("m5", "wes", "xia", "xia's card"));
        desk.sells("xia-3", "xia", 1_00);
        wallet("wes", "refusing", 10, "bronze");
        wallet("xia", "refusing", 7, "bronze");
    }

    private static ValidatableResponse decides(String merge, String how, String reason) {
        Map<String, String> word = reason == null ? Map.of() : Map.of("reason", reason);
        return sue().body(word)
                .post("/v1/members/merges/{id}/" + how, id(merge))
                .then();
    }
}
