package io.regulars.gateway.me;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.gateway.routing.Part;
import io.regulars.gateway.routing.Upstream.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MeRulesTest {

    private static final Part CRM = part("crm", """
            {"customerId":"c","since":"2026-11-01T00:00:00Z","identifiers":[{"type":"card","shown":"…0001"}],
             "purchases":3,"asOf":{"intake":"2026-11-21T10:00:00Z","memberships":"2026-11-21T08:00:00Z"}}""");
    private static final Part LOYALTY = part("loyalty", """
            {"data":[{"programme":"regulars","memberSince":"2026-11-01T00:00:00Z","tier":"base","spend":2599,
              "active":25,"held":0,"debt":0,"points":{"earned":0,"pending":5,"balance":25},
              "wallets":[{"wallet":"beans","name":{"one":"bean","many":"beans"},"starting":{},"expiring":{},
                          "points":{"active":25,"pending":5,"held":0,"debt":0,"balance":25}},
                         {"wallet":"stars","points":{"active":7,"pending":0,"held":0,"debt":0,"balance":7}}]}],
             "asOf":{"touchpoints":"2026-11-21T09:00:00Z","memberships":"2026-11-21T09:00:00Z"}}""");
    private static final Part ENGAGEMENT = part("engagement", """
            {"data":[{"messageId":"m","title":"Welcome","state":"sent"}],"next":null,
             "asOf":{"memberships":"2026-11-21T07:00:00Z"}}""");

    @Test
    void one_call_tells_profile_memberships_and_messages() {
        ObjectNode me = MeRules.told("c", CRM, LOYALTY, ENGAGEMENT);
        assertEquals(3, me.get("purchases").asInt());
        assertEquals(25, me.at("/memberships/0/wallets/0/balance").asInt());
        assertEquals(5, me.at("/memberships/0/wallets/0/pending").asInt());
        assertEquals("beans", me.at("/memberships/0/wallets/0/kind").asText());
        assertEquals("bean", me.at("/memberships/0/wallets/0/name/one").asText());
        assertEquals("stars", me.at("/memberships/0/wallets/1/kind").asText());
        assertEquals(7, me.at("/memberships/0/wallets/1/active").asInt());
        assertEquals(1, me.get("unreadMessages").asInt());
        assertFalse(me.has("partial"));
    }

    @Test
    void how_fresh_each_part_is_stands_under_its_own_name() {
        ObjectNode me = MeRules.told("c", CRM, LOYALTY, ENGAGEMENT);
        assertEquals("2026-11-21T08:00:00Z", me.at("/asOf/crm/memberships").asText());
        assertEquals("2026-11-21T09:00:00Z", me.at("/asOf/loyalty/touchpoints").asText());
        assertEquals(
                "2026-11-21T07:00:00Z", me.at("/asOf/engagement/memberships").asText());
        assertFalse(MeRules.told("c", CRM, new Part("loyalty", null), ENGAGEMENT)
                .get("asOf")
                .has("loyalty"));
    }

    @Test
    void what_is_away_is_named_and_left_out() {
        ObjectNode me = MeRules.told("c", CRM, new Part("loyalty", null), new Part("engagement", null));
        assertEquals("[\"loyalty\",\"engagement\"]", me.get("partial").toString());
        assertFalse(me.has("memberships"));
        assertFalse(me.has("messages"));
    }

    private static Part part(String peer, String json) {
        return new Part(peer, new Answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8), null, null));
    }
}
