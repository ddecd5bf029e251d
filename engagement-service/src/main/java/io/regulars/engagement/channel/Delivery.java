package io.regulars.engagement.channel;

import io.regulars.engagement.template.Templates.Known;
import java.util.UUID;

/** A mail somebody took to send, and which attempt it is. */
record Delivery(
        UUID messageId,
        UUID customerId,
        String template,
        int templateVersion,
        Known known,
        UUID causedBy,
        String traceparent,
        int attempt,
        int failures) {}
