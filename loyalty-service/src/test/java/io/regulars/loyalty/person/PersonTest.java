package io.regulars.loyalty.person;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.shares;
import static io.regulars.loyalty.Club.told;
import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.Desk.enrols;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.TouchpointEvents;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.regulars.platform.database.Database;
import io.regulars.platform.view.Told;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules ask for what customers share, as it is known when they are asked. */
@QuarkusTest
@TestProfile(NewInstallation.class)
class PersonTest {

    @Inject
    Desk desk;

    @Inject
    Database database;

    @Inject
    TouchpointEvents view;

    @Test
    void a_birthday_that_was_told_before_the_opt_in_multiplies_also_what_was_bought_before_it() {
        club("birthdays", "{ id: party, occasion: { birthday: month }, gives: { multiply: 2 } }");
        desk.hears(shares("bea", "%02d-01".formatted(thisMonth()), Map.of()));
        desk.sells("bea-1", "bea", 10_00);
        enrols("bea", "birthdays").then().statusCode(200).body("points.balance", equalTo(20));
        desk.sells("bea-2", "bea", 10_00);
        has("bea", "birthdays", 40);
        desk.hears(shares("bea", null, Map.of()));
        desk.sells("bea-3", "bea", 10_00);
        has("bea", "birthdays", 50);
    }

    @Test
    void within_a_batch_what_comes_after_the_fact_is_judged_by_it() {
        club(
                "diets",
                "{ id: greens, when: \"'diet' in member.attributes && member.attributes['diet'] == 'vegan'\","
                        + " gives: { multiply: 3 } }");
        enrols("vera", "diets").then().statusCode(200);
        Instant now = Instant.now();
        hears(List.of(
                told(recorded("vera-1", "vera", purchase(now, false, line(1, "A", 1_00))), now),
                told(shares("vera", null, Map.of("diet", "vegan")), now),
                told(recorded("vera-2", "vera", purchase(now.plusMillis(1), false, line(1, "A", 10_00))), now),
                told(shares("vera", "02-29", Map.of()), now),
                told(recorded("vera-3", "vera", purchase(now.plusMillis(2), false, line(1, "A", 100_00))), now)));

        has("vera", "diets", 1 + 30 + 100);
        assertEquals(
                229,
                desk.row("select birthday from person where customer_id = $1", "vera")
                        .getInteger(0));
    }

    @Test
    void whoever_comes_back_is_known_still() {
        club("again", "{ id: party, occasion: { birthday: month }, gives: { multiply: 2 } }");
        desk.hears(shares("cora", "%02d-15".formatted(thisMonth()), Map.of()));
        enrols("cora", "again");
        Desk.leaves("cora", "again").then().statusCode(200);
        enrols("cora", "again").then().statusCode(200);
        desk.sells("cora-1", "cora", 10_00);
        has("cora", "again", 20);
    }

    private static void has(String customer, String programme, int points) {
        asks(customer, "wallet", programme).then().body("points.active", equalTo(points));
    }

    private void hears(List<Told> batch) {
        database.untilDone(tx -> {
            view.apply(tx, batch);
            return id("done");
        });
    }

    private static int thisMonth() {
        return Instant.now().atZone(ZoneOffset.UTC).getMonthValue();
    }

    private static void club(String id, String rule) {
        published(id, """
                format: 1
                id: %s
                zone: UTC
                earning:
                  rules:
                    - { id: base, gives: { points: 1, per: 1.00 } }
                    - %s
                """.formatted(id, rule));
    }
}
