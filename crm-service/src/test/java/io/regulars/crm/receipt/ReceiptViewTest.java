package io.regulars.crm.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Topic;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ReceiptViewTest {

    @Test
    void a_receipt_says_which_store_it_is_of() {
        UUID purchase = Till.sells(Till.newCard()).id();
        assertEquals("S-001", Doors.receipt(purchase).getString("store"));
        UUID refund = Till.takesBack(purchase, null).id();
        assertEquals("S-001", Doors.receipt(refund).getString("store"));
    }

    @Test
    void a_refund_says_so_while_it_waits_and_its_purchase_once_it_is_there() {
        UUID purchase = UUID.randomUUID();
        UUID refund = Till.takesBack(purchase, null).id();
        assertEquals("S-001", Doors.receipt(refund).getString("store"));

        Till.sells(purchase, Till.newCard(), 12_99);
        Doors.receipt(refund, it -> it.getString("status").equals("applied"));
        assertEquals("S-001", Doors.receipt(refund).getString("store"));
        assertEquals("S-001", Doors.receipt(purchase).getString("store"));
    }

    @Test
    void a_void_waits_for_its_purchase_and_then_the_purchase_says_that_it_is_undone() {
        UUID purchase = UUID.randomUUID();
        UUID undone = Till.voids(purchase).id();
        assertEquals("waiting", Doors.receipt(undone).getString("status"));

        Till.sells(purchase, Till.newCard(), 12_99);
        Doors.receipt(undone, it -> it.getString("status").equals("applied"));
        assertEquals("void", Doors.receipt(undone).getString("kind"));
        assertEquals("true", Doors.receipt(purchase).getString("voided"));
        assertEquals(Doors.customerOf(purchase), Doors.customerOf(undone));
        assertEquals("false", Doors.receipt(undone).getString("voided"));
        Doors.timeline(Doors.customerOf(purchase), 3);
        assertEquals(
                0,
                Doors.get("/v1/customers/{id}", Doors.customerOf(purchase))
                        .jsonPath()
                        .getInt("purchases"));
    }

    @Test
    void a_receipt_that_could_not_be_recorded_is_parked() {
        JsonPath whole = parked("\"receivedAt\":\"", "\"receivedAt\":\"not ");
        assertEquals("parked", whole.getString("status"));
        assertEquals("purchase", whole.getString("kind"));
        assertEquals("S-001", whole.getString("store"));

        JsonPath broken = parked("\"receivedAt\"", "\"receivedAt");
        assertEquals("parked", broken.getString("status"));
        assertNull(broken.getString("store"));
    }

    /** What is told of a purchase whose record was spoilt. */
    private static JsonPath parked(String good, String bad) {
        UUID id = UUID.randomUUID();
        var posted = new PurchasePosted(id, Till.purchase(Till.newCard(), 5_00, Till.NOON), false, Instant.now());
        String body = new String(Json.bytes(posted), StandardCharsets.UTF_8).replace(good, bad);
        Speaker.send(
                Topic.INTAKE,
                Speaker.envelope(Topic.INTAKE, posted, Instant.now(), 0, null, null),
                body.getBytes(StandardCharsets.UTF_8));
        return Doors.receipt(id);
    }
}
