package io.regulars.crm.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.crm.merge.Merging;
import io.regulars.events.CustomerRef;
import io.regulars.events.TouchpointEvent.CustomerShared;
import io.regulars.events.Types;
import io.regulars.platform.access.Caller;
import io.regulars.platform.database.Database;
import io.regulars.platform.json.Json;
import io.regulars.platform.marks.Marks;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.response.Response;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The operator marked birthday and diet as shared, and nothing else: so this module's pom says. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ProfileTest {

    @Inject
    TellSharedAnew tellSharedAnew;

    @Inject
    Database database;

    @Test
    void what_is_said_of_a_person_shows_to_staff_and_only_what_is_marked_is_told() {
        UUID ana = somebody();
        patch(ana, "{'birthday':{'month':2,'day':29},'attributes':{'diet':'vegan','shoe':'42'}}")
                .then()
                .statusCode(200)
                .header(Marks.HEADER, startsWith("touchpoints/"))
                .body("customerId", equalTo(ana.toString()))
                .body("birthday", equalTo(Map.of("month", 2, "day", 29)))
                .body("attributes", equalTo(Map.of("diet", "vegan", "shoe", "42")));
        Doors.get("/v1/customers/{id}", ana).then().body("attributes.shoe", equalTo("42"));
        patch(ana, "{'attributes':{'shoe':'43'}}").then().statusCode(200);
        patch(ana, "{'attributes':{'diet':null}}").then().statusCode(200);
        patch(ana, "{'birthday':null}").then().body("birthday", equalTo(null));

        assertTold(ana, "02-29 diet=vegan", "02-29", "");
    }

    @Test
    void who_changed_a_profile_last_is_kept_and_who_changed_nothing_is_not() {
        UUID ana = somebody();
        for (String who : List.of("kim", "lee")) {
            given().header("Authorization", Contexts.onBehalfOf("crm", Contexts.staff(who, "support")))
                    .contentType("application/json")
                    .body(Map.of("attributes", Map.of("diet", "vegan")))
                    .patch("/v1/customers/{id}", ana)
                    .then()
                    .statusCode(200);
        }

        String changed = "select changed_by, changed_at from profile where customer_id = $1";
        Row row = database.inTransaction(tx -> tx.rows(changed, ana)).iterator().next();
        assertEquals(Contexts.staff("kim").credential(), row.getString("changed_by"));
        assertNotNull(row.getOffsetDateTime("changed_at"));
    }

    @Test
    void tills_are_told_who_it_is_and_nothing_of_the_person() {
        UUID ana = somebody();
        patch(ana, "{'attributes':{'diet':'vegan'}}");
        Caller till = new Caller("till:1", Caller.Kind.TILL, Set.of("till:lookup"));

        given().header("Authorization", Contexts.onBehalfOf("crm", till))
                .get("/v1/customers/{id}", ana)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("attributes")))
                .body("$", not(hasKey("birthday")));
    }

    @Test
    void other_things_marked_as_shared_are_told_anew_of_everybody_who_has_them() {
        UUID ana = somebody();
        patch(ana, "{'birthday':{'month':5,'day':14}}");
        database.inTransaction(
                tx -> tx.count("update profile set shared = '', shared_by = 'shoe' where customer_id = $1", ana));
        tellSharedAnew.all();
        tellSharedAnew.all();

        assertTold(ana, "05-14", "05-14");
    }

    @Test
    void of_two_who_are_one_the_most_trusted_word_shows_and_each_keeps_her_own() {
        UUID ana = somebody();
        UUID ben = somebody();
        patch(ana, "{'attributes':{'diet':'vegan','shoe':'42'}}");
        Merging.as(Contexts.staff("kim", "support"))
                .body("{\"attributes\":{\"diet\":\"meat\"},\"birthday\":{\"month\":5,\"day\":14}}")
                .patch("/v1/customers/{id}", ben);
        UUID merge = Merging.merges(ana, ben);
        Doors.get("/v1/customers/{id}", ben).then().body("attributes", equalTo(Map.of("diet", "meat", "shoe", "42")));
        patch(ana, "{'attributes':{'diet':null}}").then().body("attributes", equalTo(Map.of("shoe", "42")));
        patch(ben, "{'attributes':{'hat':'55'}}").then().body("attributes.shoe", equalTo("42"));
        Merging.undoes(ana, merge);

        Doors.get("/v1/customers/{id}", ana).then().body("attributes", equalTo(Map.of("shoe", "42")));
        Doors.get("/v1/customers/{id}", ben).then().body("attributes", equalTo(Map.of("diet", "meat", "hat", "55")));
        assertTold(ana, " diet=vegan", "05-14 diet=meat", "05-14", "");
        assertTold(ben, "05-14 diet=meat", "05-14 diet=meat");
    }

    @Test
    void bad_patches_and_strangers_are_refused() {
        patch(UUID.randomUUID(), "{}").then().statusCode(404);
        patch(somebody(), "{'shoeSize':42}").then().statusCode(422).body("errors[0].pointer", equalTo("/shoeSize"));
        patch(somebody(), "nonsense").then().statusCode(400);
        given().header("Authorization", Contexts.as("loyalty", "crm"))
                .contentType("application/json")
                .body("{}")
                .patch("/v1/customers/{id}", UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    private static UUID somebody() {
        return Doors.asGateway()
                .contentType("application/json")
                .body(Map.of("customer", CustomerRef.email(Till.newMail()), "source", "enrolment"))
                .post("/internal/customers/resolve")
                .jsonPath()
                .getUUID("customerId");
    }

    private static Response patch(UUID id, String json) {
        return Doors.asGateway()
                .contentType("application/json")
                .body(json.replace('\'', '"'))
                .patch("/v1/customers/{id}", id);
    }

    private void assertTold(UUID customer, String... each) {
        String facts = "select body from journal where customer_id = $1 and type = $2 order by seq";
        List<String> told = new ArrayList<>();
        for (Row row : database.inTransaction(tx -> tx.rows(facts, customer, Types.nameOf(CustomerShared.class)))) {
            told.add(words(Json.read(row.getBuffer("body").getBytes(), CustomerShared.class)));
        }
        assertEquals(List.of(each), told);
    }

    private static String words(CustomerShared fact) {
        StringBuilder words = new StringBuilder(fact.birthday() == null ? "" : fact.birthday());
        fact.attributes()
                .forEach(each ->
                        words.append(' ').append(each.name()).append('=').append(each.value()));
        return words.toString();
    }
}
