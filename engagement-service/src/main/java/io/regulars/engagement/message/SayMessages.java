package io.regulars.engagement.message;

import com.fasterxml.uuid.Generators;
import io.regulars.engagement.channel.Deliveries;
import io.regulars.engagement.channel.EmailChannel;
import io.regulars.engagement.message.MessageRules.Answer;
import io.regulars.engagement.message.MessageRules.Answer.KeepQuiet;
import io.regulars.engagement.message.MessageRules.Answer.Say;
import io.regulars.events.EngagementEvent.MessageDue;
import io.regulars.events.EngagementEvent.MessageSent;
import io.regulars.events.EngagementEvent.MessageSuppressed;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says what there is to say: in the app at once and exactly once, by mail as soon as the sender gets to it. */
@ApplicationScoped
public class SayMessages {

    private static final UUID NAMESPACE = UUID.fromString("b1b5b0e4-2d52-5a37-8f0c-7d8c3c1f2a90");
    private static final String IN_APP = "inApp";
    private static final String NOT_CONFIGURED = "mailNotConfigured";

    private final Messages messages;
    private final Deliveries deliveries;
    private final EmailChannel email;
    private final Journal journal;
    private final Clock clock;

    SayMessages(Messages messages, Deliveries deliveries, EmailChannel email, Journal journal, Clock clock) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.email = email;
        this.journal = journal;
        this.clock = clock;
    }

    /** An answer to a fact about a customer. */
    public record Reply(UUID customerId, Cause cause, Answer answer) {
        UUID messageId() {
            String name = answer.occasion().nameOf(customerId, cause.eventId());
            return Generators.nameBasedGenerator(NAMESPACE).generate(name);
        }
    }

    public void say(Tx tx, List<Reply> replies) {
        if (replies.isEmpty()) return;
        Map<UUID, Message> said = messages.store(tx, messagesIn(replies, messages.currentVersions(tx)));
        Facts facts = new Facts(clock.now());
        List<Deliveries.Posted> posted = new ArrayList<>();
        for (Reply reply : replies) {
            Message message = said.get(reply.messageId());
            if (message != null) tell(facts, message, reply.cause(), posted);
            if (reply.answer() instanceof KeepQuiet quiet) facts.say(nonSend(reply, quiet), reply.cause());
        }
        deliveries.post(tx, posted);
        journal.append(tx, facts);
    }

    private static List<Message> messagesIn(List<Reply> replies, Map<String, Integer> versions) {
        List<Message> due = new ArrayList<>();
        for (Reply reply : replies) {
            if (!(reply.answer() instanceof Say say)) continue;
            String template = say.occasion().template();
            due.add(new Message(
                    reply.messageId(),
                    reply.customerId(),
                    template,
                    versions.get(template),
                    say.programme(),
                    say.tier(),
                    reply.cause().eventId(),
                    reply.cause().recordedAt()));
        }
        return due;
    }

    private void tell(Facts facts, Message message, Cause cause, List<Deliveries.Posted> posted) {
        UUID customer = message.customerId();
        UUID id = message.messageId();
        String template = message.template();
        Instant now = message.createdAt();
        facts.say(new MessageDue(customer, id, template, message.templateVersion(), message.causedBy(), now), cause);
        UUID due = facts.said().get(facts.said().size() - 1).eventId();
        facts.say(new MessageSent(customer, id, template, IN_APP, now), cause);
        if (email.configured()) {
            posted.add(new Deliveries.Posted(id, due, cause.traceparent()));
        } else {
            facts.say(new MessageSuppressed(customer, id, template, EmailChannel.NAME, NOT_CONFIGURED, now), cause);
        }
    }

    private static MessageSuppressed nonSend(Reply reply, KeepQuiet quiet) {
        return new MessageSuppressed(
                reply.customerId(),
                reply.messageId(),
                quiet.occasion().template(),
                null,
                quiet.reason(),
                reply.cause().recordedAt());
    }
}
