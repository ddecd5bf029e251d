package io.regulars.platform.journal;

import io.regulars.events.Event;
import java.time.Instant;
import java.util.UUID;

/** A fact on its way into the journal. */
public record Fact(UUID eventId, Event event, UUID customerId, Cause cause, Instant recordedAt) {}
