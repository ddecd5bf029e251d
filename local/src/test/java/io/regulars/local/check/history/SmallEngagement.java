package io.regulars.local.check.history;

import io.regulars.events.EngagementEvent;
import io.regulars.events.EngagementEvent.MessageDue;
import io.regulars.events.EngagementEvent.MessageSent;
import io.regulars.events.EngagementEvent.MessageSuppressed;
import io.regulars.local.check.evidence.Engagement;
import io.regulars.local.check.evidence.FactTopic;
import java.util.List;
import java.util.UUID;

/** An engagement-service that answers at once. */
final class SmallEngagement {
    private static final List<String> TIERS = List.of("bronze", "silver", "gold");

    private final SmallWorld world;

    SmallEngagement(SmallWorld world) {
        this.world = world;
    }

    void welcome(Said enrolled, UUID customer) {
        tell(enrolled, customer, "welcome");
    }

    void answer(Said moved, UUID customer, String from, String to) {
        if (TIERS.indexOf(to) > TIERS.indexOf(from)) tell(moved, customer, "tierReached");
        else say(new MessageSuppressed(customer, world.id(), "tierReached", null, "tierLowered", world.now()), moved);
    }

    private void tell(Said cause, UUID customer, String template) {
        UUID id = world.id();
        Said due = say(new MessageDue(customer, id, template, 1, cause.eventId(), world.now()), cause);
        say(new MessageSent(customer, id, template, "inApp", world.now()), cause);
        if (world.random.nextBoolean()) say(new MessageSent(customer, id, template, "email", world.now()), due);
        else say(new MessageSuppressed(customer, id, template, "email", "noAddress", world.now()), due);
        world.history.messages.add(new Engagement.Message(
                world.number(id), world.number(customer), template, world.number(cause.eventId())));
    }

    private Said say(EngagementEvent event, Said cause) {
        return world.say(FactTopic.ENGAGEMENTS, event, cause);
    }

    void know(UUID customer, String tier, long balance) {
        world.history.shoppers.add(new Engagement.Shopper(world.number(customer), tier, balance));
    }
}
