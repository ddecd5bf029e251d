package io.regulars.crm.passedover;

import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.Mention.WhyNot;
import java.time.Instant;
import java.util.UUID;

/**
 * Something by which a customer was named, and which names nobody all the same. What it was is not kept.
 *
 * @param about the receipt, contact or command; {@code customerId}: whose it became by something else, or null
 */
public record PassedOver(
        UUID about, Type type, WhyNot why, String source, String store, UUID customerId, Instant recordedAt) {}
