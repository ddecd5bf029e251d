package io.regulars.crm.store;

import static io.regulars.crm.Doors.asGateway;
import static io.regulars.crm.Doors.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.events.CustomerRef;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class StoreDoorsTest {

    private final String store = "S-" + UUID.randomUUID();

    @Test
    void what_is_said_of_a_store_stands_until_something_else_is_said() {
        assertEquals(404, get("/v1/stores/{id}", store).statusCode());
        Map<String, String> vienna = Map.of("zone", "Europe/Vienna", "region", "AT", "currency", "EUR");
        JsonPath said = says(store, vienna).jsonPath();
        assertEquals("AT", said.getString("region"));
        assertEquals(said.getString("changedAt"), says(store, vienna).jsonPath().getString("changedAt"));

        says(store, Map.of("zone", "Europe/Rome"));
        JsonPath shown = get("/v1/stores/{id}", store).jsonPath();
        assertEquals(store, shown.getString("store"));
        assertEquals("Europe/Rome", shown.getString("zone"));
        assertNull(shown.getString("region"));
    }

    @Test
    void what_is_no_zone_region_or_currency_is_refused_with_its_place() {
        Response refused = says(store, Map.of("zone", "Vienna", "region", "at", "currency", "EURO"));

        assertEquals(422, refused.statusCode());
        assertEquals(
                List.of("/zone", "/region", "/currency"), refused.jsonPath().getList("errors.pointer"));
        assertEquals(404, get("/v1/stores/{id}", store).statusCode());
        assertEquals(422, get("/v1/stores?cursor=x").statusCode());
    }

    @Test
    void all_stores_are_listed_part_by_part() {
        for (int i = 0; i < 3; i++) says(store + i, Map.of("region", "AT"));

        List<String> listed = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath part = get("/v1/stores?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .jsonPath();
            listed.addAll(part.getList("data.store"));
            next = part.getString("next");
        }
        assertEquals(listed.stream().sorted().distinct().toList(), listed);
        assertEquals(3, listed.stream().filter(each -> each.startsWith(store)).count());
    }

    @Test
    void a_number_typed_in_a_store_is_one_of_the_stores_country() {
        says(store, Map.of("region", "GB"));
        String typed = "07912 3" + String.format("%05d", (int) (Math.random() * 100_000));
        String written = "+44 " + typed.substring(1);
        String known = resolve(Map.of("phone", written)).jsonPath().getString("customerId");

        CustomerRef caller = new CustomerRef(null, null, null, typed, null, null);
        assertEquals(known, Doors.customerOf(Till.sellsIn(store, caller).id()).toString());
    }

    private static Response resolve(Map<String, Object> customer) {
        return asGateway()
                .contentType("application/json")
                .body(Map.of("customer", customer, "source", "enrolment"))
                .post("/internal/customers/resolve");
    }

    private static Response says(String store, Map<String, String> what) {
        return asGateway().contentType("application/json").body(what).put("/v1/stores/{id}", store);
    }
}
