package io.regulars.crm.customer;

import static io.regulars.crm.Doors.asGateway;
import static io.regulars.crm.Doors.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.crm.Till.Posted;
import io.regulars.events.CustomerRef;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff see of how customers are recognised, and what they can do about it. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RecognitionDoorsTest {

    @Test
    void a_receipt_is_recorded_without_what_is_no_address_and_staff_see_it() {
        CustomerRef card = Till.newCard();
        String store = "S-" + UUID.randomUUID();
        Posted sale = Till.sellsIn(store, new CustomerRef(null, card.card(), "ana at home", "000 0000", null, null));
        UUID ana = Doors.customerOf(sale.id());

        assertEquals(
                1,
                get("/v1/customers/{id}", ana).jsonPath().getList("identifiers").size());
        Map<String, Object> passed = listed("/v1/identity/passed-over", "about", sale.id());
        assertEquals(ana.toString(), passed.get("customerId"));
        assertEquals(store, passed.get("store"));
        assertEquals(
                List.of(Map.of("type", "email", "why", "invalid"), Map.of("type", "phone", "why", "blocked")),
                passed.get("passedOver"));
        JsonPath counts = get("/v1/identity/passed-over/counts").jsonPath();
        assertEquals(List.of(1, 1), counts.getList("data.findAll{it.store=='" + store + "'}.times"));
    }

    @Test
    void in_a_command_it_is_refused_with_its_place() {
        Response refused = resolve(Map.of("email", "ana at home", "phone", "call me"), "enrolment");
        assertEquals(422, refused.statusCode());
        assertEquals(
                List.of("/customer/email", "/customer/phone"),
                refused.jsonPath().getList("errors.pointer"));
        assertEquals(
                "/customer/email",
                resolve(Map.of("email", "test@test"), "signIn").jsonPath().getString("errors[0].pointer"));
    }

    @Test
    void who_signs_in_has_proved_her_address() {
        String mail = Till.newMail();
        UUID ana = Doors.customerOf(Till.sells(CustomerRef.email(mail)).id());
        JsonPath before = get("/v1/customers/{id}", ana).jsonPath();
        resolve(Map.of("email", mail), "signIn").then().statusCode(200);

        JsonPath shown = get("/v1/customers/{id}", ana).jsonPath();
        assertFalse(before.getBoolean("identifiers[0].verified"));
        assertNull(before.getString("identifiers[0].verifiedAt"));
        assertEquals("purchase", shown.getString("identifiers[0].source"));
        assertTrue(shown.getBoolean("identifiers[0].verified"));
        assertNotNull(shown.getString("identifiers[0].verifiedAt"));
        assertEquals(100, shown.getInt("identifiers[0].confidence"));
    }

    @Test
    void a_blocked_value_names_nobody_until_it_is_taken_back() {
        CustomerRef tablet = new CustomerRef(null, null, null, null, null, null, "tablet-" + UUID.randomUUID(), null);
        UUID first = Doors.customerOf(Till.sells(tablet).id());
        JsonPath blocked = block("device", tablet.device()).jsonPath();
        assertEquals(
                blocked.getString("blockedId"),
                block("device", tablet.device()).jsonPath().getString("blockedId"));

        assertNull(Doors.receipt(Till.sells(tablet).id()).getString("customerId"));
        assertEquals(
                1,
                get("/v1/customers/{id}", first)
                        .jsonPath()
                        .getList("identifiers")
                        .size());
        Map<String, Object> shown =
                listed("/v1/identity/blocked", "blockedId", UUID.fromString(blocked.getString("blockedId")));
        assertEquals("all guests share it", shown.get("reason"));
        assertFalse(shown.toString().contains(tablet.device()));

        assertEquals(200, unblock(blocked.getString("blockedId")));
        assertEquals(404, unblock(blocked.getString("blockedId")));
        assertEquals(first, Doors.customerOf(Till.sells(tablet).id()));
        assertEquals(422, block("shoe", "42").statusCode());
    }

    @Test
    void customers_who_met_on_receipts_are_suggested_once() {
        CustomerRef card = Till.newCard();
        String mail = Till.newMail();
        UUID ana = Doors.customerOf(Till.sells(card).id());
        UUID ben = Doors.customerOf(Till.sells(CustomerRef.email(mail)).id());
        CustomerRef both = new CustomerRef(null, card.card(), mail, null, null, null);
        Doors.receipt(Till.sells(both).id());
        Posted last = Till.sells(both);
        Doors.receipt(last.id());

        Map<String, Object> suggested = listed("/v1/suggestions", "cause", last.id());
        assertEquals("identityConflict", suggested.get("kind"));
        assertEquals(2, suggested.get("times"));
        assertEquals(Set.of(ana.toString(), ben.toString()), Set.copyOf((List<?>) suggested.get("customers")));
    }

    /** The one of the newest hundred that has this id there. */
    private static Map<String, Object> listed(String path, String field, UUID id) {
        List<Map<String, Object>> found =
                get(path + "?limit=100").jsonPath().getList("data.findAll{it." + field + "=='" + id + "'}");
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static Response block(String type, String value) {
        return asGateway()
                .contentType("application/json")
                .body(Map.of("type", type, "value", value, "reason", "all guests share it"))
                .post("/v1/identity/blocked");
    }

    private static int unblock(String id) {
        return asGateway().delete("/v1/identity/blocked/{id}", id).statusCode();
    }

    private static Response resolve(Map<String, Object> customer, String source) {
        return asGateway()
                .contentType("application/json")
                .body(Map.of("customer", customer, "source", source))
                .post("/internal/customers/resolve");
    }
}
