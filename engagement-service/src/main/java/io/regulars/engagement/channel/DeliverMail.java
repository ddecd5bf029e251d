package io.regulars.engagement.channel;

import io.regulars.engagement.message.MessageRules;
import io.regulars.engagement.template.Templates;
import io.regulars.events.EngagementEvent;
import io.regulars.events.EngagementEvent.MessageSent;
import io.regulars.events.EngagementEvent.MessageSuppressed;
import io.regulars.platform.access.PeerCalls;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Mails what is due, at least once: taken and committed as {@code sending}, sent, recorded. All our occasions are
 * service messages, so one whose outcome is unknown after a crash is sent again, under its one Message-ID.
 */
@ApplicationScoped
public class DeliverMail {

    private static final Logger LOG = Logger.getLogger(DeliverMail.class);

    private final Database database;
    private final Deliveries deliveries;
    private final EmailChannel email;
    private final PeerCalls peers;
    private final Templates templates;
    private final Journal journal;
    private final Clock clock;

    DeliverMail(
            Database database,
            Deliveries deliveries,
            EmailChannel email,
            PeerCalls peers,
            Templates templates,
            Journal journal,
            Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.email = email;
        this.peers = peers;
        this.templates = templates;
        this.journal = journal;
        this.clock = clock;
    }

    /** What crm answers when asked where to write to; it is used here and kept nowhere. */
    public record Address(String email) {}

    /** Deals with one mail; false when none is due. */
    public boolean next() {
        Optional<Delivery> taken = database.inTransaction(deliveries::take);
        taken.ifPresent(this::deliver);
        return taken.isPresent();
    }

    private void deliver(Delivery delivery) {
        try {
            send(delivery);
        } catch (PeerCalls.PeerSilent silent) {
            LOG.warnf("messageId=%s waits: %s", delivery.messageId(), silent.getMessage());
            postpone(delivery, delivery.failures(), RetryRules.afterSilence(delivery.attempt()));
        }
    }

    private void send(Delivery delivery) {
        if (!email.configured()) {
            suppress(delivery, "mailNotConfigured");
            return;
        }
        if (!delivery.beSent()) {
            suppress(delivery, MessageRules.NOT_TO_THIS_STATUS);
            return;
        }
        String path = "/internal/customers/" + delivery.customerId() + "/address";
        Optional<String> address = peers.get("crm", path, Address.class).map(Address::email);
        if (address.isEmpty()) {
            suppress(delivery, "noAddress");
            return;
        }
        hand(delivery, address.get());
    }

    private void hand(Delivery delivery, String address) {
        try {
            var words = templates.words(delivery.template(), delivery.templateVersion(), delivery.known());
            email.send(address, delivery.messageId(), words);
        } catch (RuntimeException failure) {
            fail(delivery, failure);
            return;
        }
        record(
                delivery,
                "sent",
                new MessageSent(
                        delivery.customerId(),
                        delivery.messageId(),
                        delivery.template(),
                        EmailChannel.NAME,
                        clock.now()));
    }

    private void fail(Delivery delivery, RuntimeException failure) {
        int failures = delivery.failures() + 1;
        LOG.warnf(
                "messageId=%s not mailed, failure %d: %s",
                delivery.messageId(), failures, EmailChannel.reason(failure));
        Optional<Duration> pause = RetryRules.afterFailures(failures);
        if (EmailChannel.refusedForGood(failure)) {
            suppress(delivery, "refused");
        } else if (pause.isEmpty()) {
            suppress(delivery, "failed");
        } else {
            postpone(delivery, failures, pause.get());
        }
    }

    private void suppress(Delivery delivery, String reason) {
        record(
                delivery,
                "suppressed",
                new MessageSuppressed(
                        delivery.customerId(),
                        delivery.messageId(),
                        delivery.template(),
                        EmailChannel.NAME,
                        reason,
                        clock.now()));
    }

    private void postpone(Delivery delivery, int failures, Duration pause) {
        database.untilDone(tx -> {
            deliveries.postpone(tx, delivery, failures, pause);
            return null;
        });
    }

    private void record(Delivery delivery, String state, EngagementEvent outcome) {
        database.untilDone(tx -> {
            if (!deliveries.close(tx, delivery, state)) return null;
            Instant now = clock.now();
            Facts facts = new Facts(now);
            facts.say(outcome, new Cause(delivery.causedBy(), null, null, delivery.traceparent(), now));
            return journal.append(tx, facts);
        });
    }
}
