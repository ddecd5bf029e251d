package io.regulars.engagement.message;

import java.time.Instant;
import java.util.UUID;

/** Something said to a customer: who, which words, about what, why. */
record Message(
        UUID messageId,
        UUID customerId,
        String template,
        int templateVersion,
        String programme,
        String tier,
        UUID causedBy,
        Instant createdAt) {}
