package io.regulars.engagement.channel;

import static io.regulars.engagement.testing.Loyalty.enrolled;
import static io.regulars.engagement.testing.Loyalty.heardOf;
import static io.regulars.engagement.testing.Loyalty.says;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.engagement.testing.CrmDoor;
import io.regulars.engagement.testing.CrmDoor.Answer;
import io.regulars.engagement.testing.Loyalty;
import io.regulars.engagement.testing.OutsideWorld;
import io.regulars.events.EngagementEvent;
import io.regulars.events.EngagementEvent.MessageSent;
import io.regulars.events.EngagementEvent.MessageSuppressed;
import io.regulars.events.MembershipEvent.MemberStatus;
import io.regulars.events.MembershipEvent.MemberStatusChanged;
import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Messages by mail, against a real SMTP server and with crm's door standing in for crm. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(value = OutsideWorld.class, restrictToAnnotatedClass = true)
class EmailTest {

    GreenMail mail;
    CrmDoor crm;

    @Inject
    Database database;

    @Inject
    DeliverMail deliverMail;

    private final UUID ana = UUID.randomUUID();
    private final String address = "ana-" + ana + "@example.com";

    @Test
    void a_message_is_mailed_to_the_address_crm_knows_and_follows_from_its_being_due() throws Exception {
        crm.knows(ana, address);
        says(enrolled(ana));
        await().untilAsserted(() -> assertEquals("email", lastSent().channel()));

        MimeMessage received = receivedBy(address).get(0);
        assertEquals("<" + lastSent().messageId() + "@engagement.regulars>", received.getMessageID());
        assertEquals("Welcome, and thank you for joining", received.getSubject());
        assertTrue(received.getContent().toString().contains("your purchases earn points"));
        List<Listener.Said> said = saidOf(ana);
        assertEquals(
                said.get(0).envelope().eventId(), said.get(2).envelope().causationId(), "due, in the app, by mail");
        assertFalse(said.toString().contains("@"), "the address is in no fact");
    }

    @Test
    void without_an_address_the_mail_is_not_sent_and_says_so() {
        crm.knows(ana, null);
        says(enrolled(ana));

        await().untilAsserted(() -> assertEquals("noAddress", lastSuppressed().reason()));
        assertEquals("email", lastSuppressed().channel());
    }

    @Test
    void of_a_customer_crm_does_not_know_there_is_no_address() {
        says(enrolled(ana));

        await().untilAsserted(() -> assertEquals("noAddress", lastSuppressed().reason()));
    }

    @Test
    void a_crm_that_does_not_answer_delays_a_mail_and_is_no_failure_of_it() {
        AtomicInteger asked = new AtomicInteger();
        crm.answers(ana, () -> asked.incrementAndGet() < 3 ? new Answer(503, "{}") : Answer.address(address));
        says(enrolled(ana));

        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertEquals("email", lastSent().channel()));
        assertEquals(1, receivedBy(address).size());
        assertEquals(
                0,
                count("select failures from delivery d join message m using (message_id)" + " where customer_id = $1"));
    }

    @Test
    void a_mail_on_its_way_is_not_sent_to_whoever_died_meanwhile() {
        AtomicBoolean known = new AtomicBoolean();
        crm.answers(ana, () -> known.get() ? Answer.address(address) : new Answer(503, "{}"));
        says(enrolled(ana));
        await().untilAsserted(() -> assertEquals(2, heardOf(ana).size()));
        says(new MemberStatusChanged(ana, "regulars", MemberStatus.NEW, MemberStatus.DECEASED, false, Loyalty.NOW));
        await().untilAsserted(() ->
                assertEquals(1, count("select count(*) from shopper where customer_id = $1 and not be_sent")));
        known.set(true);

        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertEquals("memberStatus", lastSuppressed().reason()));
        assertEquals(List.of(), receivedBy(address));
    }

    @Test
    void a_mail_server_that_is_down_delays_a_mail() {
        crm.knows(ana, address);
        mail.stop();
        says(enrolled(ana));
        await().untilAsserted(() -> assertTrue(count("""
                select coalesce(max(failures), 0) from delivery join message using (message_id)
                where customer_id = $1""") > 0));
        mail.start();

        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertEquals("email", lastSent().channel()));
        assertEquals(1, receivedBy(address).size());
    }

    @Test
    void a_sender_taken_for_dead_may_send_twice_under_one_message_id_and_tells_it_once() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        crm.answers(ana, () -> {
            if (calls.getAndIncrement() == 0) hold(asked, goOn);
            return Answer.address(address);
        });
        says(enrolled(ana));
        assertTrue(asked.await(20, TimeUnit.SECONDS));

        aMinutePasses();
        assertTrue(deliverMail.next());
        goOn.countDown();

        await().untilAsserted(() -> assertEquals(2, receivedBy(address).size()));
        List<MimeMessage> received = receivedBy(address);
        assertEquals(received.get(0).getMessageID(), received.get(1).getMessageID());
        await().untilAsserted(() -> assertEquals(3, heardOf(ana).size()));
        assertEquals(3, count("select count(*) from journal where customer_id = $1"));
    }

    private static void hold(CountDownLatch asked, CountDownLatch goOn) {
        asked.countDown();
        try {
            goOn.await(4, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** For the database, as far as this mail goes. */
    private void aMinutePasses() {
        database.inTransaction(tx -> tx.count("""
                update delivery set due_at = due_at - interval '61 s'
                where message_id = (select message_id from message where customer_id = $1)
                """, ana));
    }

    private List<MimeMessage> receivedBy(String whom) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> whom.equals(recipientOf(message)))
                .toList();
    }

    private static String recipientOf(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Listener.Said> saidOf(UUID customer) {
        return Listener.all(Topic.ENGAGEMENTS).stream()
                .filter(said -> ((EngagementEvent) said.event()).customerId().equals(customer))
                .toList();
    }

    private MessageSent lastSent() {
        return last(MessageSent.class);
    }

    private MessageSuppressed lastSuppressed() {
        return last(MessageSuppressed.class);
    }

    private <T> T last(Class<T> kind) {
        List<T> all =
                heardOf(ana).stream().filter(kind::isInstance).map(kind::cast).toList();
        assertFalse(all.isEmpty());
        return all.get(all.size() - 1);
    }

    private long count(String sql) {
        return database.read(tx -> tx.rows(sql, ana).iterator().next().getLong(0));
    }
}
