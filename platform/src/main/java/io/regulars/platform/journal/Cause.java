package io.regulars.platform.journal;

import java.time.Instant;
import java.util.UUID;

/** Why a fact is said: the record or command before it. Its {@code recordedAt} is the only "now" a rule knows. */
public record Cause(UUID eventId, UUID correlationId, String replyTo, String traceparent, Instant recordedAt) {

    /** A command that came in over HTTP. */
    public static Cause command(UUID id, Instant now) {
        return command(id, now, null);
    }

    /** @param traceparent the trace it is part of, or null */
    public static Cause command(UUID id, Instant now, String traceparent) {
        return new Cause(id, id, null, traceparent, now);
    }
}
