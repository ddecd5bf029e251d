package io.regulars.loyalty.merge;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.voided;
import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.Desk.enrols;
import static io.regulars.loyalty.Desk.leaves;
import static io.regulars.loyalty.merge.Family.again;
import static io.regulars.loyalty.merge.Family.assertBooksBalance;
import static io.regulars.loyalty.merge.Family.bought;
import static io.regulars.loyalty.merge.Family.club;
import static io.regulars.loyalty.merge.Family.merged;
import static io.regulars.loyalty.merge.Family.unmerged;
import static io.regulars.loyalty.merge.Family.wallet;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class MergingTest {

    @Inject
    Desk desk;

    @Test
    void receipts_of_who_is_no_member_become_the_survivors_and_are_judged() {
        club("joining", "");
        enrols("annika", "joining").then().statusCode(200);
        desk.sells("annika-1", "annika", 20_00);
        desk.sells("bohumil-1", "bohumil", 40_00);
        desk.hears(merged("m1", "annika", "bohumil"));
        desk.hears(again(merged("m1", "annika", "bohumil"), "bohumil"));
        wallet("annika", "joining", 60, "silver");
        desk.sells("bohumil-2", "bohumil", 5_00);
        desk.hears(refunded("bohumil-back", "bohumil-1", "bohumil", refund(Instant.now(), back(1, "A", 10_00))));
        wallet("annika", "joining", 55, "silver");
        wallet("bohumil", "joining", 55, "silver");
        leaves("bohumil", "joining")
                .then()
                .statusCode(200)
                .body("customerId", equalTo(id("annika").toString()));
        assertBooksBalance(desk, "annika");
    }

    @Test
    void a_membership_becomes_the_survivors_and_its_own_again() {
        club("moving", "");
        enrols("mia", "moving").then().statusCode(200);
        desk.sells("mia-1", "mia", 60_00);
        desk.sells("leo-1", "leo", 10_00);
        desk.hears(merged("m2", "leo", "mia"));
        wallet("leo", "moving", 70, "silver");
        wallet("mia", "moving", 70, "silver");
        assertEquals(1, desk.said("leo", "membership.joined").size());
        desk.hears(refunded("mia-back", "mia-1", "leo", refund(Instant.now(), back(1, "A", 15_00))));
        wallet("leo", "moving", 55, "silver");
        assertBooksBalance(desk, "leo");
        assertBooksBalance(desk, "mia");

        desk.hears(unmerged("m2", "leo", "mia"));
        wallet("mia", "moving", 55, "silver");
        asks("leo", "wallet", "moving").then().statusCode(404);
        desk.hears(refunded("mia-more", "mia-1", "mia", refund(Instant.now(), back(1, "A", 15_00))));
        wallet("mia", "moving", 40, "bronze");
        enrols("leo", "moving").then().statusCode(200);
        desk.sells("leo-2", "leo", 7_00);
        wallet("leo", "moving", 7, "bronze");
        assertBooksBalance(desk, "leo");
        assertBooksBalance(desk, "mia");
    }

    @Test
    void two_members_are_summed_and_what_each_brought_is_its_own_again() {
        club("summing", "membership: { merges: auto }");
        enrols("kim", "summing").then().statusCode(200);
        enrols("lou", "summing").then().statusCode(200);
        desk.sells("kim-1", "kim", 60_00);
        desk.sells("lou-1", "lou", 45_00);
        desk.hears(merged("m4", "kim", "lou"));
        wallet("kim", "summing", 105, "gold");
        assertBooksBalance(desk, "kim");
        assertBooksBalance(desk, "lou");

        desk.hears(bought("lou-2", "kim", "lou's card", 8_00), bought("kim-2", "kim", "kim's card", 2_00));
        desk.hears(refunded("lou-back", "lou-1", "kim", refund(Instant.now(), back(1, "A", 5_00))));
        wallet("kim", "summing", 110, "gold");
        desk.hears(unmerged("m4", "kim", "lou", "lou's card"));
        wallet("kim", "summing", 62, "silver");
        wallet("lou", "summing", 48, "bronze");
        desk.hears(bought("lou-3", "kim", "lou's card", 4_00));
        desk.hears(refunded("lou-more", "lou-2", "kim", refund(Instant.now(), back(1, "A", 8_00))));
        wallet("lou", "summing", 44, "bronze");
        wallet("kim", "summing", 62, "silver");
        assertBooksBalance(desk, "kim");
        assertBooksBalance(desk, "lou");
    }

    @Test
    void what_one_bought_before_the_other_was_a_member_comes_back_out_of_the_joined_tier() {
        club("older", "membership: { merges: auto, countsFrom: enrolment }");
        enrols("ora", "older").then().statusCode(200);
        desk.sells("ora-1", "ora", 20_00);
        desk.sells("ora-2", "ora", 50_00);
        enrols("ned", "older").then().statusCode(200);
        desk.sells("ned-1", "ned", 35_00);
        desk.hears(merged("m6", "ned", "ora"));
        wallet("ned", "older", 105, "gold");
        desk.hears(refunded("ora-back", "ora-1", "ora", refund(Instant.now(), back(1, "A", 10_00))));
        wallet("ned", "older", 95, "silver");
        desk.hears(voided("ora-2", "ora", Instant.now()));
        wallet("ned", "older", 45, "bronze");
        assertBooksBalance(desk, "ned");
    }

    @Test
    void joined_and_parted_again_everybody_has_what_they_had() {
        club("returned", "membership: { merges: auto }");
        enrols("pat", "returned").then().statusCode(200);
        enrols("quin", "returned").then().statusCode(200);
        desk.sells("pat-1", "pat", 60_00);
        desk.sells("quin-1", "quin", 120_00);
        desk.hears(refunded("quin-back", "quin-1", "quin", refund(Instant.now(), back(1, "A", 5_00))));
        for (int round = 0; round < 3; round++) {
            desk.hears(merged("again" + round, "pat", "quin"));
            wallet("quin", "returned", 175, "gold");
            desk.hears(unmerged("again" + round, "pat", "quin"));
            wallet("pat", "returned", 60, "silver");
            wallet("quin", "returned", 115, "gold");
        }
        assertBooksBalance(desk, "pat");
        assertBooksBalance(desk, "quin");
    }

    @Test
    void whoever_is_restored_takes_nothing_of_a_third() {
        club("third", "membership: { merges: auto }");
        enrols("otto", "third").then().statusCode(200);
        enrols("cara", "third").then().statusCode(200);
        desk.sells("otto-1", "otto", 20_00);
        desk.sells("cara-1", "cara", 25_00);
        desk.hears(merged("m10", "gina", "otto"));
        desk.hears(merged("m11", "gina", "cara"));
        wallet("gina", "third", 45, "bronze");
        desk.hears(unmerged("m10", "gina", "otto"));
        wallet("otto", "third", 20, "bronze");
        wallet("cara", "third", 25, "bronze");
        desk.hears(unmerged("m11", "gina", "cara"));
        wallet("otto", "third", 20, "bronze");
        wallet("cara", "third", 25, "bronze");
        for (String each : List.of("gina", "otto", "cara")) assertBooksBalance(desk, each);
    }

    @Test
    void an_undoing_told_again_after_a_later_one_changes_nothing() {
        club("order", "");
        enrols("tess", "order").then().statusCode(200);
        desk.hears(merged("m8", "sam", "tess"));
        desk.hears(merged("m9", "rae", "sam"));
        List<UUID> card = List.of(id("tess's card"));
        CustomersUnmerged first = new CustomersUnmerged(
                id("sam"), id("m9"), id("rae"), id("sam"), List.of(id("tess")), card, Instant.now());
        desk.hears(first);
        desk.hears(unmerged("m8", "sam", "tess", "tess's card"));
        desk.hears(first);
        desk.hears(bought("tess-1", "tess", "tess's card", 6_00));
        wallet("tess", "order", 6, "bronze");
    }
}
