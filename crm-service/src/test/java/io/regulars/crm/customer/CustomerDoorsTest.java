package io.regulars.crm.customer;

import static io.regulars.crm.Doors.asGateway;
import static io.regulars.crm.Doors.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.events.CustomerRef;
import io.regulars.events.Topic;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class CustomerDoorsTest {

    @Test
    void whoever_enrols_is_found_or_made() {
        String mail = Till.newMail();
        JsonPath made = resolve(Map.of("email", mail)).jsonPath();
        JsonPath found = resolve(Map.of(
                        "email", mail.toUpperCase(), "card", Till.newCard().card()))
                .jsonPath();
        String id = made.getString("customerId");

        assertTrue(made.getBoolean("created"));
        assertFalse(found.getBoolean("created"));
        assertEquals(id, found.getString("customerId"));
        assertEquals(id, resolve(Map.of("id", id)).jsonPath().getString("customerId"));
        Doors.timeline(id, 2);
    }

    @Test
    void what_is_said_of_a_customer_is_part_of_the_askers_trace() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        UUID made = asGateway()
                .header("traceparent", trace)
                .contentType("application/json")
                .body(Map.of("customer", Map.of("email", Till.newMail()), "source", "enrolment"))
                .post("/internal/customers/resolve")
                .jsonPath()
                .getUUID("customerId");

        await().untilAsserted(() -> assertEquals(
                List.of(trace),
                Listener.all(Topic.TOUCHPOINTS).stream()
                        .filter(said -> said.envelope().subject().equals(made))
                        .map(said -> said.envelope().traceparent())
                        .toList()));
    }

    @Test
    void who_cannot_be_known_is_refused_with_the_reason() {
        assertProblem(404, "not_found", resolve(Map.of("id", UUID.randomUUID())));
        Response rotating = resolve(Map.of("code", "123456"));
        assertProblem(422, "invalid", rotating);
        assertEquals("/customer", rotating.jsonPath().getString("errors[0].pointer"));
        assertProblem(422, "invalid", ask(Map.of("source", "enrolment")));
        assertProblem(422, "invalid", ask(Map.of("customer", Map.of("card", "1"))));
        assertProblem(400, "malformed_json", ask(Map.of("customer", Map.of("shoeSize", 42), "source", "x")));
    }

    @Test
    void a_customer_shows_who_she_is_and_hides_how_she_is_reached() {
        CustomerRef card = Till.newCard();
        String mail = Till.newMail();
        var both = new CustomerRef(null, card.card(), mail, null, null, null);
        UUID ana = Doors.customerOf(Till.sells(both, Till.NOON).id());
        Till.sells(card, Till.NOON.minus(3, ChronoUnit.DAYS));
        Till.sells(card, Till.NOON.plus(2, ChronoUnit.DAYS));
        JsonPath shown = Doors.once("/v1/customers/{id}", ana, it -> it.getInt("purchases") == 3);

        assertEquals("2026-02-27T12:00:00Z", shown.getString("since"));
        assertEquals("2026-03-04T12:00:00Z", shown.getString("lastSeenAt"));
        assertEquals(List.of("2026-03-04", "2026-03-02"), shown.getList("identifiers.lastSeen"));
        assertEquals("•••" + card.card().substring(card.card().length() - 4), shown.getString("identifiers[0].shown"));
        assertEquals("s•••@example.com", shown.getString("identifiers[1].shown"));
        assertFalse(shown.prettify().contains(card.card()));
        assertNotNull(shown.getString("asOf.touchpoints"));
    }

    @Test
    void a_customer_is_found_by_card_and_external_id_and_by_nothing_private() {
        CustomerRef card = Till.newCard();
        String external = "crm/" + UUID.randomUUID();
        var both = new CustomerRef(null, card.card(), null, null, external, null);
        UUID ana = Doors.customerOf(Till.sells(both).id());

        assertEquals(
                ana, get("/v1/customers/{id}", "card:" + card.card()).jsonPath().getUUID("customerId"));
        assertEquals(
                ana,
                get("/v1/customers/{id}", "external:" + external).jsonPath().getUUID("customerId"));
        for (Object id : List.of("card:1", "email:a@b.c", "phone:+431", "x", "1-1-1-1-1", UUID.randomUUID())) {
            assertProblem(404, "not_found", get("/v1/customers/{id}", id));
            assertProblem(404, "not_found", get("/v1/customers/{id}/timeline", id));
        }
    }

    @Test
    void engagement_may_ask_where_to_write_at_the_moment_of_sending() {
        String mail = Till.newMail();
        UUID ana = Doors.customerOf(Till.sells(CustomerRef.email(mail)).id());
        UUID ben = Doors.customerOf(Till.sells(Till.newCard()).id());

        assertEquals(mail.toLowerCase(), address(ana).jsonPath().getString("email"));
        assertNull(address(ben).jsonPath().getString("email"));
        assertEquals(404, address(UUID.randomUUID()).statusCode());
        assertEquals(404, address("x").statusCode());
    }

    @Test
    void every_door_knows_who_may_come_in() {
        UUID id = UUID.randomUUID();
        for (String path : List.of(
                "/v1/customers/" + id,
                "/v1/customers/" + id + "/timeline",
                "/v1/receipt-conflicts",
                "/v1/stores",
                "/v1/stores/S-001",
                "/v1/suggestions",
                "/v1/identity/blocked",
                "/v1/identity/passed-over",
                "/v1/identity/passed-over/counts",
                "/internal/receipts/" + id,
                "/internal/customers/" + id + "/address")) {
            assertProblem(401, "unauthenticated", given().get(path));
            assertProblem(401, "unauthenticated", as("gateway", "loyalty").get(path));
            assertProblem(403, "forbidden", as("operator", "crm").get(path));
        }
        assertEquals(404, as("loyalty", "crm").get("/internal/receipts/" + id).statusCode());
        assertProblem(403, "forbidden", as("loyalty", "crm").get("/internal/customers/" + id + "/address"));
        assertProblem(403, "forbidden", as("loyalty", "crm").get("/v1/customers/" + id));
        assertProblem(
                403,
                "forbidden",
                as("engagement", "crm")
                        .contentType("application/json")
                        .body("{}")
                        .post("/internal/customers/resolve"));
    }

    private static Response address(Object id) {
        return as("engagement", "crm").get("/internal/customers/{id}/address", id);
    }

    private static io.restassured.specification.RequestSpecification as(String peer, String audience) {
        return given().header("Authorization", Contexts.as(peer, audience));
    }

    private static Response resolve(Map<String, Object> customer) {
        return ask(Map.of("customer", customer, "source", "enrolment"));
    }

    private static Response ask(Map<String, Object> question) {
        return asGateway().contentType("application/json").body(question).post("/internal/customers/resolve");
    }

    private static void assertProblem(int status, String code, Response answer) {
        assertEquals(status, answer.statusCode(), answer.asString());
        assertEquals(code, answer.jsonPath().getString("code"));
        assertTrue(answer.contentType().startsWith("application/problem+json"), answer.contentType());
    }
}
