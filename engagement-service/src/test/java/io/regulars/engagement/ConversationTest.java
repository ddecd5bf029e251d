package io.regulars.engagement;

import static io.regulars.engagement.testing.Loyalty.NOW;
import static io.regulars.engagement.testing.Loyalty.assessed;
import static io.regulars.engagement.testing.Loyalty.enrolled;
import static io.regulars.engagement.testing.Loyalty.heardOf;
import static io.regulars.engagement.testing.Loyalty.moved;
import static io.regulars.engagement.testing.Loyalty.says;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.engagement.channel.DeliverMail;
import io.regulars.events.EngagementEvent.MessageDue;
import io.regulars.events.EngagementEvent.MessageSent;
import io.regulars.events.EngagementEvent.MessageSuppressed;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.Topic;
import io.regulars.events.Types;
import io.regulars.platform.database.Database;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.Told;
import io.regulars.platform.wire.Envelope;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the brand says when loyalty speaks, without a mail server. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ConversationTest {

    @Inject
    Database database;

    @Inject
    MembershipEvents membershipEvents;

    @Inject
    DeliverMail deliverMail;

    private final UUID ana = UUID.randomUUID();

    @Test
    void whoever_joins_is_welcomed_in_the_app_and_told_why_not_by_mail() {
        Envelope cause = says(enrolled(ana));
        await().untilAsserted(() -> assertEquals(3, heardOf(ana).size()));

        MessageDue due = (MessageDue) heardOf(ana).get(0);
        UUID message = due.messageId();
        assertEquals(new MessageDue(ana, message, "welcome", 1, cause.eventId(), NOW), due);
        assertEquals(
                List.of(
                        due,
                        new MessageSent(ana, message, "welcome", "inApp", NOW),
                        new MessageSuppressed(ana, message, "welcome", "email", "mailNotConfigured", NOW)),
                heardOf(ana));
        assertTrue(Listener.all(Topic.ENGAGEMENTS).stream()
                .filter(said -> said.event() instanceof MessageDue other && other.equals(due))
                .allMatch(said -> cause.eventId().equals(said.envelope().causationId())));
    }

    @Test
    void a_rise_is_congratulated_and_a_fall_is_a_fact_without_a_message() {
        says(enrolled(ana));
        says(moved(ana, "bronze", "silver", 50_100));
        Envelope fall = says(moved(ana, "silver", "bronze", 40_000));
        await().untilAsserted(() -> assertEquals(7, heardOf(ana).size()));

        assertEquals("tierReached", ((MessageDue) heardOf(ana).get(3)).template());
        MessageSuppressed quiet = (MessageSuppressed) heardOf(ana).get(6);
        assertEquals(new MessageSuppressed(ana, quiet.messageId(), "tierReached", null, "tierLowered", NOW), quiet);
        assertEquals(2, count("select count(*) from message where customer_id = $1", ana));
        assertEquals(0, count("select count(*) from message where caused_by = $1", fall.eventId()));
    }

    @Test
    void whoever_is_blocked_is_not_congratulated_and_it_is_said_why() {
        says(enrolled(ana));
        says(moved(ana, "bronze", "silver", 50_100).told(false));
        await().untilAsserted(() -> assertEquals(4, heardOf(ana).size()));

        MessageSuppressed quiet = (MessageSuppressed) heardOf(ana).get(3);
        assertEquals(new MessageSuppressed(ana, quiet.messageId(), "tierReached", null, "memberStatus", NOW), quiet);
        assertEquals(1, count("select count(*) from message where customer_id = $1", ana));
    }

    @Test
    void a_fact_told_twice_is_answered_once() {
        Envelope first = says(enrolled(ana));
        Speaker.send(Topic.MEMBERSHIPS, first, Json.bytes(enrolled(ana)));
        says(moved(ana, "bronze", "silver", 50_100));
        await().untilAsserted(() -> assertEquals(6, heardOf(ana).size()));

        assertEquals(2, count("select count(*) from message where customer_id = $1", ana));
    }

    @Test
    void the_same_cause_says_the_same_thing_once_whoever_tells_it() {
        Told told = new Told(
                UUID.randomUUID(),
                Types.nameOf(enrolled(ana)),
                enrolled(ana),
                Topic.MEMBERSHIPS,
                0,
                1,
                NOW,
                null,
                null,
                null);
        for (int time = 0; time < 2; time++) {
            database.inTransaction(tx -> {
                membershipEvents.apply(tx, List.of(told));
                return null;
            });
        }

        await().untilAsserted(() -> assertEquals(3, heardOf(ana).size()));
        assertEquals(3, count("select count(*) from journal where customer_id = $1", ana));
    }

    @Test
    void of_members_the_last_word_is_known_and_of_others_nothing() {
        UUID stranger = UUID.randomUUID();
        says(new PurchaseAssessed(UUID.randomUUID(), stranger, Outcome.NOT_MEMBER, null, List.of(), null, null, NOW));
        says(enrolled(ana));
        says(assessed(ana, 10, 10));
        says(assessed(ana, 5, 15));

        await().untilAsserted(() -> assertEquals(1, count("""
                        select count(*) from shopper
                        where customer_id = $1 and programme = 'regulars' and tier = 'bronze' and tier_spend = 0
                          and balance = 15 and last_purchase_at = member_since
                        """, ana)));
        assertEquals(0, count("select count(*) from shopper where customer_id = $1", stranger));
    }

    @Test
    void mail_left_from_a_time_with_a_mail_server_is_closed_with_its_reason() {
        says(enrolled(ana));
        await().untilAsserted(() -> assertEquals(3, heardOf(ana).size()));
        UUID message = ((MessageDue) heardOf(ana).get(0)).messageId();
        database.inTransaction(tx ->
                tx.count("insert into delivery (message_id, caused_by) values ($1, $2)", message, UUID.randomUUID()));

        assertTrue(deliverMail.next());

        await().untilAsserted(() -> assertEquals(4, heardOf(ana).size()));
        assertEquals("mailNotConfigured", ((MessageSuppressed) heardOf(ana).get(3)).reason());
    }

    private long count(String sql, UUID id) {
        return database.read(tx -> tx.rows(sql, id).iterator().next().getLong(0));
    }
}
