package io.regulars.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer put together from parts: how fresh each is, and which are missing. */
public final class Composition {

    private final ObjectNode answer = JsonNodeFactory.instance.objectNode();
    private final ObjectNode asOf = JsonNodeFactory.instance.objectNode();

    public ObjectNode answer() {
        return answer;
    }

    /** Takes these fields over as they are, those that are there. */
    public void take(JsonNode from, String... fields) {
        for (String field : fields) if (from.hasNonNull(field)) answer.set(field, from.get(field));
    }

    /** Each under its own name: two of them may have heard the same topic up to other places. */
    public void freshness(Part part) {
        if (part.json().path("asOf") instanceof ObjectNode told) asOf.set(part.peer(), told);
    }

    public void missing(Part... parts) {
        for (Part part : parts)
            if (part.isMissing()) answer.withArray("/partial").add(part.peer());
    }

    public ObjectNode whole() {
        if (!asOf.isEmpty()) answer.set("asOf", asOf);
        return answer;
    }
}
