package io.regulars.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/** Any contact but a purchase, as it was posted. {@code data} stays with the crm and enters no fact topic. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Touchpoint(
        String type,
        String ref,
        String source,
        String channel,
        String store,
        CustomerRef customer,
        Instant occurredAt,
        Map<String, Object> data) {}
