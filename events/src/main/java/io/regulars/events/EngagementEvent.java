package io.regulars.events;

import java.time.Instant;
import java.util.UUID;

/** Everything engagement-service tells the world, on topic {@code engagements}. */
public sealed interface EngagementEvent extends Event {

    UUID customerId();

    @Override
    default UUID subject() {
        return customerId();
    }

    /** The brand decided to say something; each channel then answers with a send or a non-send. */
    @Type("engagement.message.due.v1")
    record MessageDue(
            UUID customerId, UUID messageId, String template, int templateVersion, UUID causedBy, Instant occurredAt)
            implements EngagementEvent {}

    @Type("engagement.message.sent.v1")
    record MessageSent(UUID customerId, UUID messageId, String template, String channel, Instant occurredAt)
            implements EngagementEvent {}

    /** It was not sent on this channel, or, without one, nothing was said at all; and why. */
    @Type("engagement.message.suppressed.v1")
    record MessageSuppressed(
            UUID customerId,
            UUID messageId,
            String template,
            @MayBeMissing String channel,
            String reason,
            Instant occurredAt)
            implements EngagementEvent {}
}
