package io.regulars.engagement.channel;

import io.regulars.engagement.template.Templates.Known;
import java.util.UUID;

/**
 * A mail somebody took to send, and which attempt it is.
 *
 * @param beSent whether the member's status, as it was known when it was taken, lets anything be sent
 */
record Delivery(
        UUID messageId,
        UUID customerId,
        String template,
        int templateVersion,
        Known known,
        boolean beSent,
        UUID causedBy,
        String traceparent,
        int attempt,
        int failures) {}
