package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A shop abroad: who its customers are, by what they say at the till and what their phones say. */
@Isolated("its answers are awaited for a few seconds, on a machine that may be small")
class RecognitionJourneyTest {

    private final String run = UUID.randomUUID().toString();
    private final String store = "S-" + run;
    private final String number = "7912 " + (300_000 + Math.floorMod(run.hashCode(), 100_000));
    private int receipts;

    @Test
    void a_customer_is_one_however_she_is_named_and_staff_see_what_names_nobody() {
        as(staff("admin"))
                .body(Map.of("region", "GB"))
                .put("/v1/stores/" + store)
                .then()
                .statusCode(200);

        String ana = buys(Map.of("phone", "0" + number, "device", "app-" + run, "email", "ana at home"));
        assertEquals(ana, buys(Map.of("phone", "+44 " + number)));
        assertEquals(ana, buys(Map.of("device", "app-" + run)));

        as(staff("support"))
                .get("/v1/customers/" + ana)
                .then()
                .statusCode(200)
                .body("identifiers.type", containsInAnyOrder("phone", "device"));
        as(staff("ops"))
                .get("/v1/identity/passed-over/counts")
                .then()
                .statusCode(200)
                .body("data.find { it.store == '" + store + "' }.why", equalTo("invalid"));
        as(staff("service"))
                .header("Idempotency-Key", run)
                .body(Map.of(
                        "customer",
                        Map.of("email", "ana at home"),
                        "consent",
                        Map.of("text", "I join", "version", "1", "channel", "store")))
                .post("/v1/members")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/customer/email"));
    }

    @Test
    void customers_who_may_be_one_are_suggested() {
        String ana = buys(Map.of("card", "95" + run));
        String ben = buys(Map.of("external", "web-" + run));
        assertEquals(ana, buys(Map.of("card", "95" + run, "external", "web-" + run)));

        as(staff("support"))
                .get("/v1/suggestions?limit=100")
                .then()
                .statusCode(200)
                .body(
                        "data.customers.collect { it.sort() }",
                        hasItem(List.of(ana, ben).stream().sorted().toList()));
    }

    /** Whose it became. */
    private String buys(Map<String, String> customer) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return as(staff("service"))
                .header("Prefer", "wait=5")
                .body(Map.of(
                        "store",
                        store,
                        "terminal",
                        "T-1",
                        "receipt",
                        "r" + ++receipts,
                        "businessDate",
                        LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
                        "occurredAt",
                        now.toString(),
                        "currency",
                        "USD",
                        "total",
                        5_00,
                        "customer",
                        customer,
                        "lines",
                        List.of(Map.of("sku", "A1", "amount", 5_00))))
                .post("/v1/purchases")
                .then()
                .statusCode(200)
                .extract()
                .path("customerId");
    }
}
