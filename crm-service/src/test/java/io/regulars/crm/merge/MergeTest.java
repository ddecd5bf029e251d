package io.regulars.crm.merge;

import static io.regulars.crm.Doors.get;
import static io.regulars.crm.merge.Merging.merges;
import static io.regulars.crm.merge.Merging.undoes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.crm.Till.Posted;
import io.regulars.events.CustomerRef;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class MergeTest {

    private static final String TOLD = """
            select count(*) from journal where type = $1 and subject = any($2::uuid[])
              and convert_from(body, 'UTF8')::jsonb -> 'identifierRefs'
                  @> (select jsonb_agg(ref) || to_jsonb($3::uuid) from identifier where customer_id = $3)
            """;

    @Inject
    Database database;

    private final CustomerRef anasCard = Till.newCard();
    private final CustomerRef bensCard = Till.newCard();
    private UUID ana;
    private UUID ben;

    @BeforeEach
    void two_who_are_one() {
        ana = Doors.customerOf(Till.sells(anasCard).id());
        ben = Doors.customerOf(Till.sells(bensCard).id());
        Till.notes("visit", bensCard);
        Doors.timeline(ana, 2);
        Doors.timeline(ben, 3);
    }

    @Test
    void nothing_is_lost_and_nothing_twice_and_what_came_since_goes_where_its_identifier_is() {
        Set<String> anas = lines(ana, 2);
        Set<String> bens = lines(ben, 3);
        UUID merge = merges(ana, "card:" + bensCard.card());
        assertEquals(both(anas, bens), lines(ana, 7));
        assertEquals(lines(ana, 7), lines(ben, 7));

        Posted old = Till.sells(bensCard);
        Posted byId = Till.sells(CustomerRef.known(ben));
        Posted own = Till.sells(anasCard);
        for (Posted each : List.of(old, byId, own)) assertEquals(ana, Doors.customerOf(each.id()));
        Till.notes("call", bensCard);
        Posted brought = Till.takesBack(old.id(), null);
        Doors.receipt(brought.id());
        Set<String> whole = lines(ana, 12);
        assertEquals(5, get("/v1/customers/{id}", ben).jsonPath().getInt("purchases"));

        undoes(ben, merge);

        assertEquals(ben, Doors.customerOf(old.id()));
        assertEquals(ana, Doors.customerOf(own.id()));
        Set<String> anasNow = lines(ana, 3);
        Set<String> bensNow = lines(ben, 7);
        assertEquals(anas.size() + 1, anasNow.size());
        assertEquals(bens.size() + 4, bensNow.size(), "by card, by id, a call, and what was brought back");
        assertEquals(whole, both(anasNow, bensNow));
        assertEquals(3, get("/v1/customers/{id}", ben).jsonPath().getInt("purchases"));
        Till.sells(bensCard);
        lines(ben, 10);
    }

    @Test
    void a_merge_shows_who_it_is_under_every_name_and_is_told_of_both_once() {
        UUID merge = merges("card:" + anasCard.card(), ben);
        JsonPath shown = get("/v1/customers/{id}", ben).jsonPath();

        assertEquals(ana, shown.getUUID("customerId"));
        assertEquals(List.of(ben.toString()), shown.getList("aliases"));
        assertEquals(2, shown.getList("identifiers").size());
        assertEquals(1, told("crm.customers.merged.v1", ben, ana));
        assertEquals(1, told("crm.customers.merged.v1", ben, ben));
        JsonPath history = get("/v1/customers/{id}/merges", ben).jsonPath();
        assertEquals(merge, history.getUUID("data[0].mergeId"));
        assertEquals("staff:kim", history.getString("data[0].mergedBy"));
        assertEquals("same person", history.getString("data[0].reason"));
        assertNull(history.get("data[0].undone"));

        undoes(ana, merge);
        assertNull(get("/v1/customers/{id}", ana).jsonPath().get("aliases"));
        assertEquals(
                "two persons", get("/v1/customers/{id}/merges", ben).jsonPath().getString("data[0].undone.reason"));
        assertEquals(2, told("crm.customers.unmerged.v1", ben, ana, ben));
    }

    @Test
    void an_address_of_either_finds_her_and_membership_is_of_the_whole() {
        String mail = Till.newMail();
        Till.sells(new CustomerRef(null, bensCard.card(), mail, null, null, null));
        Doors.timeline(ben, 5);
        Instant before = Till.NOON.minusSeconds(60);
        Speaker.say(
                Topic.MEMBERSHIPS, new MemberEnrolled(ben, "main", before, before, "app", "2026-01", "blue", before));
        Doors.timeline(ben, 6);
        UUID merge = merges(ana, ben);
        assertEquals(List.of(true), boughtAsMember(ana).stream().distinct().toList());
        assertEquals(
                mail.toLowerCase(),
                get("/internal/customers/{id}/address", ana).jsonPath().getString("email"));
        undoes(ana, merge);
        assertEquals(List.of(false), boughtAsMember(ana));
    }

    @Test
    void undone_in_the_middle_everybody_below_goes_along() {
        UUID first = merges(ana, ben);
        UUID cleo = Doors.customerOf(Till.sells(Till.newCard()).id());
        UUID second = merges(cleo, ben);
        assertEquals(cleo, get("/v1/customers/{id}", ben).jsonPath().getUUID("customerId"));
        assertEquals(
                2,
                get("/v1/customers/{id}/merges?limit=2", ana)
                        .jsonPath()
                        .getList("data")
                        .size());

        JsonPath restored = undoes(ben, second);
        assertEquals(ana, restored.getUUID("restoredId"));
        assertEquals(cleo, restored.getUUID("survivorId"));
        assertEquals(List.of(ben.toString()), restored.getList("alsoRestoredIds"));
        assertEquals(ana, get("/v1/customers/{id}", ben).jsonPath().getUUID("customerId"));
        merges(cleo, ana);
        assertEquals(cleo, undoes(ana, first).getUUID("survivorId"));
        assertEquals(ben, get("/v1/customers/{id}", ben).jsonPath().getUUID("customerId"));
        assertEquals(cleo, get("/v1/customers/{id}", ana).jsonPath().getUUID("customerId"));
    }

    @Test
    void the_database_knows_no_alias_of_an_alias() {
        UUID cleo = Doors.customerOf(Till.sells(Till.newCard()).id());
        merges(ana, ben);
        for (UUID[] each : new UUID[][] {{cleo, ben}, {ana, cleo}, {ana, ben}, {cleo, cleo}}) {
            PgException refused = assertThrows(PgException.class, () -> point(each[0], each[1]));
            assertTrue(refused.getMessage().contains("an_alias_points_at_a_root"), refused::getMessage);
        }
    }

    private void point(UUID alias, UUID at) {
        String point = "update customer set merged_into = $2 where customer_id = $1";
        database.inTransaction(tx -> tx.count(point, alias, at));
    }

    /** How often, with all that facts may name that one by. */
    private long told(String type, UUID whose, UUID... subjects) {
        return database.inTransaction(
                tx -> tx.rows(TOLD, type, subjects, whose).iterator().next().getLong(0));
    }

    private static List<Boolean> boughtAsMember(UUID customer) {
        return get("/v1/customers/{id}/timeline?limit=100", customer)
                .jsonPath()
                .getList("data.findAll { it.type == 'crm.purchase.recorded.v1' }.loyalty");
    }

    /** Without those that speak of merges themselves. */
    private static Set<String> lines(UUID customer, int atLeast) {
        JsonPath shown = Doors.timeline(customer, atLeast);
        List<String> lines = shown.getList("data.findAll { !it.type.contains('merged') }.eventId");
        Set<String> once = new HashSet<>(lines);
        assertEquals(lines.size(), once.size(), "a line is shown once");
        return once;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>();
        Stream.of(one, other).forEach(both::addAll);
        return both;
    }
}
