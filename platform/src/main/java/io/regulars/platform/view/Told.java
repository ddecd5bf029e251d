package io.regulars.platform.view;

import io.regulars.events.Event;
import io.regulars.events.Topic;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.UUID;

/** A fact as it was heard: the event and what travelled with it. {@code seq} is 0 on topics without a journal. */
public record Told(
        UUID eventId,
        String type,
        Event event,
        Topic topic,
        int partition,
        long seq,
        Instant recordedAt,
        UUID correlationId,
        String replyTo,
        String traceparent) {

    /** This fact as the cause of what a service says about it. */
    public Cause cause() {
        return new Cause(eventId, correlationId, replyTo, traceparent, recordedAt);
    }
}
