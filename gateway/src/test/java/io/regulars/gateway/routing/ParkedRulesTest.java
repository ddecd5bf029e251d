package io.regulars.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.gateway.routing.Upstream.Answer;
import io.regulars.platform.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkedRulesTest {

    private static final Part CRM = part("crm", "{\"data\":[{\"view\":\"intake-recording\",\"subject\":\"1\"}]}");
    private static final Part LOYALTY = part("loyalty", "{\"data\":[]}");

    @Test
    void every_service_is_asked_unless_one_is_named() {
        assertEquals(List.of("crm", "loyalty", "engagement"), ParkedRules.services(null));
        assertEquals(List.of("loyalty"), ParkedRules.services("loyalty"));
        assertThrows(Refusal.class, () -> ParkedRules.services("gateway"));
    }

    @Test
    void what_all_have_parked_is_one_list_that_names_its_services() {
        ObjectNode told = ParkedRules.told(List.of(CRM, LOYALTY));
        assertEquals(1, told.get("data").size());
        assertEquals("crm", told.at("/data/0/service").asText());
        assertEquals("intake-recording", told.at("/data/0/view").asText());
        assertFalse(told.has("partial"));
    }

    @Test
    void a_service_that_is_away_is_named() {
        ObjectNode told = ParkedRules.told(List.of(CRM, new Part("engagement", null)));
        assertEquals(1, told.get("data").size());
        assertEquals("engagement", told.at("/partial/0").asText());
    }

    private static Part part(String peer, String json) {
        return new Part(peer, new Answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8), null, null));
    }
}
