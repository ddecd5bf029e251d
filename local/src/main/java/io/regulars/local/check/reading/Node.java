package io.regulars.local.check.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Micros;
import java.util.UUID;

/** A piece of JSON, read without knowing the classes it was written from. */
record Node(JsonNode json, Ids ids) {

    Node in(String field) {
        return new Node(json.path(field), ids);
    }

    boolean is() {
        return !json.isMissingNode() && !json.isNull();
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** The number of an id, 0 where there is none. */
    int id(String field) {
        return has(field) ? ids.of(UUID.fromString(json.get(field).asText())) : 0;
    }

    String text(String field) {
        return has(field) ? json.get(field).asText() : "";
    }

    /** Null where there is none. */
    String textOrNull(String field) {
        return has(field) ? json.get(field).asText() : null;
    }

    long number(String field) {
        return json.path(field).asLong();
    }

    boolean flag(String field) {
        return json.path(field).asBoolean();
    }

    long micros(String field) {
        return Micros.of(json.get(field).asText());
    }
}
