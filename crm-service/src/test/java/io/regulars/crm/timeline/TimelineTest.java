package io.regulars.crm.timeline;

import static io.regulars.crm.Doors.get;
import static io.regulars.crm.Doors.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Doors;
import io.regulars.crm.Till;
import io.regulars.crm.Till.Posted;
import io.regulars.events.CustomerRef;
import io.regulars.events.EngagementEvent.MessageSuppressed;
import io.regulars.events.Event;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Topic;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.wire.Envelope;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TimelineTest {

    private static final Instant NOON = Till.NOON;

    @Test
    void it_tells_what_all_services_said_the_newest_first() {
        Posted purchase = Till.sells(Till.newCard());
        UUID ana = Doors.customerOf(purchase.id());
        say(assessed(purchase.id(), ana, NOON.plusSeconds(1)));
        say(new TierChanged(ana, "main", "blue", "gold", 1, null, NOON.plusSeconds(2)));
        say(new MessageSuppressed(ana, UUID.randomUUID(), "welcome", "email", "noAddress", NOON.plusSeconds(3)));
        JsonPath shown = timeline(ana, 5);

        assertEquals("engagement.message.suppressed.v1", shown.getString("data[0].type"));
        assertEquals("noAddress", shown.getString("data[0].detail.reason"));
        assertEquals("gold", shown.getString("data[1].detail.to"));
        assertEquals(12, shown.getInt("data[2].detail.points"));
        assertEquals(List.of("engagement", "loyalty", "loyalty", "crm", "crm"), shown.getList("data.source"));
        String bought = "data.find { it.type == 'crm.purchase.recorded.v1' }";
        assertEquals(1299, shown.getInt(bought + ".detail.total"));
        assertEquals("S-001", shown.getString(bought + ".store"));
        assertEquals("store", shown.getString(bought + ".channel"));
        assertEquals("2026-03-02T12:00:00Z", shown.getString(bought + ".occurredAt"));
        assertNotNull(shown.getString(bought + ".recordedAt"));
        assertNull(shown.get("next"));
    }

    @Test
    void a_receipt_nobody_was_named_on_has_one_too() {
        Posted purchase = Till.sells(null);
        Doors.receipt(purchase.id());
        say(assessed(purchase.id(), null, NOON.plusSeconds(1)));
        Till.takesBack(purchase.id(), null);

        assertEquals(3, timeline(purchase.id(), 3).getList("data").size());
    }

    @Test
    void whether_it_was_a_member_does_not_depend_on_what_came_first() {
        CustomerRef early = Till.newCard();
        UUID ana = Doors.customerOf(Till.sells(early, NOON).id());
        Till.sells(early, NOON.plusSeconds(7_200));
        timeline(ana, 3);
        enrol(ana, NOON.plusSeconds(3_600));
        assertEquals(
                List.of(true, false),
                timeline(ana, 4).getList("data.findAll { it.type == 'crm.purchase.recorded.v1' }.loyalty"));

        CustomerRef late = Till.newCard();
        UUID ben = Doors.customerOf(Till.sells(late, NOON).id());
        enrol(ben, NOON.plusSeconds(9_000));
        enrol(ben, NOON.plusSeconds(3_600));
        timeline(ben, 4);
        Till.sells(late, NOON.plusSeconds(7_200));
        assertEquals(
                List.of(true, false),
                timeline(ben, 5).getList("data.findAll { it.type == 'crm.purchase.recorded.v1' }.loyalty"));
    }

    @Test
    void a_fact_told_again_is_one_line() {
        UUID ana = Doors.customerOf(Till.sells(Till.newCard()).id());
        Event fact = new TierChanged(ana, "main", "blue", "gold", 1, null, NOON);
        Envelope told = Speaker.say(Topic.MEMBERSHIPS, fact);
        Speaker.send(Topic.MEMBERSHIPS, told, Json.bytes(fact));
        say(new TierChanged(ana, "main", "gold", "blue", 1, null, NOON.plusSeconds(1)));

        assertEquals(4, timeline(ana, 4).getList("data").size());
    }

    @Test
    void pages_neither_lose_nor_repeat_a_line_while_new_ones_are_written() {
        CustomerRef card = Till.newCard();
        UUID ana = Doors.customerOf(Till.sells(card, NOON).id());
        for (int i = 1; i < 12; i++) Till.sells(card, NOON.plusSeconds(i % 5));
        List<String> before = timeline(ana, 13).getList("data.eventId");

        List<String> read = new ArrayList<>();
        String cursor = null;
        int late = 13;
        do {
            JsonPath part = page(ana, "4", cursor).jsonPath();
            read.addAll(part.getList("data.eventId"));
            cursor = part.getString("next");
            Till.sells(card, NOON.plusSeconds(1_000 + late));
            timeline(ana, ++late);
        } while (cursor != null);

        assertEquals(before, read);
        assertEquals(13, new HashSet<>(read).size());
    }

    @Test
    void a_limit_or_cursor_that_is_none_is_refused_with_its_place() {
        UUID ana = Doors.customerOf(Till.sells(Till.newCard()).id());
        assertEquals("/limit", flaw(page(ana, "0", null)));
        assertEquals("/limit", flaw(page(ana, "101", null)));
        assertEquals("/cursor", flaw(page(ana, "1", "elsewhere")));
    }

    private static String flaw(Response answer) {
        assertEquals(422, answer.statusCode());
        assertTrue(answer.contentType().startsWith("application/problem+json"));
        assertEquals("invalid", answer.jsonPath().getString("code"));
        return answer.jsonPath().getString("errors[0].pointer");
    }

    private static Response page(UUID customer, String limit, String cursor) {
        String path = "/v1/customers/{id}/timeline?limit={limit}" + (cursor == null ? "" : "&cursor=" + cursor);
        return get(path, customer, limit);
    }

    private static void enrol(UUID customer, Instant at) {
        say(new MemberEnrolled(customer, "main", at, at, "app", "2026-01", "blue", at));
    }

    private static PurchaseAssessed assessed(UUID purchase, UUID customer, Instant at) {
        return new PurchaseAssessed(
                purchase,
                customer,
                customer == null ? Outcome.ANONYMOUS : Outcome.EARNED,
                "main",
                List.of(),
                new Points(12, 0, 12),
                "blue",
                at);
    }

    private static void say(Event event) {
        Speaker.say(event instanceof MessageSuppressed ? Topic.ENGAGEMENTS : Topic.MEMBERSHIPS, event);
    }
}
