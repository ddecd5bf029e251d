package io.regulars.local.check.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.local.check.evidence.FactTopic;
import java.time.Instant;
import java.util.UUID;

/** A fact before it has a place: journal and topic number what a history says in the order it is said. */
public record Said(
        FactTopic topic,
        String type,
        UUID eventId,
        UUID subject,
        UUID cause,
        Instant occurredAt,
        Instant recordedAt,
        ObjectNode body) {

    public Said saying(ObjectNode otherBody) {
        return new Said(topic, type, eventId, subject, cause, occurredAt, recordedAt, otherBody);
    }

    public Said again(UUID otherEvent) {
        return new Said(topic, type, otherEvent, subject, cause, occurredAt, recordedAt, body);
    }

    public boolean is(String kind) {
        return type.equals(kind);
    }

    public UUID id(String field) {
        return UUID.fromString(body.get(field).asText());
    }
}
