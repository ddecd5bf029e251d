package io.regulars.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Credential;
import io.regulars.gateway.access.Till;
import io.regulars.gateway.routing.Upstream.Answer;
import io.regulars.platform.access.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptRulesTest {

    private static final Part RECORDED = part("crm", 200, """
            {"receiptId":"r","kind":"purchase","customerId":"c","store":"S-1","status":"applied","repeats":1,
             "conflicts":0,"asOf":{"intake":"2026-11-21T10:00:00Z"}}""");
    private static final Part JUDGED = part("loyalty", 200, """
            {"receiptId":"r","customerId":"c","outcome":"earned","points":{"earned":25,"pending":0,"balance":25},
             "tier":"base","current":{"points":20},"why":["1 point per unit"],"awards":[],"rules":[{"rule":"base","applied":true}]}""");

    @Test
    void a_receipt_is_what_the_crm_and_loyalty_know_of_it() {
        ObjectNode told = ReceiptRules.told("r", RECORDED, JUDGED, false);
        assertEquals("applied", told.get("status").asText());
        assertEquals(1, told.get("repeats").asInt());
        assertEquals(25, told.get("points").get("earned").asInt());
        assertTrue(told.at("/asOf/crm").has("intake"));
        assertFalse(told.has("why"));
        assertFalse(told.has("partial"));
    }

    @Test
    void why_is_told_to_who_asks() {
        assertTrue(ReceiptRules.told("r", RECORDED, JUDGED, true).has("why"));
        assertTrue(ReceiptRules.told("r", RECORDED, JUDGED, true).has("rules"));
    }

    @Test
    void what_loyalty_has_not_judged_is_on_its_way() {
        ObjectNode told = ReceiptRules.told("r", RECORDED, part("loyalty", 404, "{}"), false);
        assertEquals("accepted", told.get("status").asText());
    }

    @Test
    void what_the_crm_or_loyalty_could_not_apply_is_parked() {
        Part unknown = part("loyalty", 404, "{\"parked\":false}");
        Part parked = part("crm", 200, "{\"kind\":\"purchase\",\"status\":\"parked\"}");
        assertEquals(
                "parked",
                ReceiptRules.told("r", parked, unknown, false).get("status").asText());
        assertEquals(
                "parked",
                ReceiptRules.told("r", RECORDED, part("loyalty", 404, "{\"parked\":true}"), false)
                        .get("status")
                        .asText());
        assertEquals(
                "accepted",
                ReceiptRules.told("r", RECORDED, unknown, false).get("status").asText());
    }

    @Test
    void a_part_that_is_away_is_named() {
        ObjectNode withoutLoyalty = ReceiptRules.told("r", RECORDED, new Part("loyalty", null), false);
        assertEquals("loyalty", withoutLoyalty.get("partial").get(0).asText());
        assertEquals("applied", withoutLoyalty.get("status").asText());
        ObjectNode withoutCrm = ReceiptRules.told("r", part("crm", 503, "{}"), JUDGED, false);
        assertEquals("crm", withoutCrm.get("partial").get(0).asText());
        assertEquals("applied", withoutCrm.get("status").asText());
    }

    @Test
    void a_till_sees_its_own_stores_only() {
        assertTrue(ReceiptRules.mayBeSeenBy(till("S-1"), RECORDED));
        assertFalse(ReceiptRules.mayBeSeenBy(till("S-2"), RECORDED));
        assertFalse(ReceiptRules.mayBeSeenBy(till("S-1"), part("crm", 200, "{\"status\":\"applied\"}")));
    }

    private static Asker till(String store) {
        Credential credential = new Credential(UUID.randomUUID(), new byte[32], Set.of(store), Set.of("lookup"), false);
        Caller caller = new Caller("store-key:1", Caller.Kind.TILL, Set.of("lookup"));
        return new Asker(caller, new Till(credential, caller), null);
    }

    private static Part part(String peer, int status, String json) {
        return new Part(
                peer, new Answer(status, "application/json", json.getBytes(StandardCharsets.UTF_8), null, null));
    }
}
