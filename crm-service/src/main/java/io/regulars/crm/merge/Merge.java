package io.regulars.crm.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** Two customers were made one: {@code mergedId} is another name of {@code survivorId} until that is undone. */
public record Merge(
        UUID mergeId,
        UUID survivorId,
        UUID mergedId,
        Instant mergedAt,
        String mergedBy,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) Undone undone) {

    /** By whom it was undone, when and why. */
    public record Undone(Instant at, String by, String reason) {}

    boolean isActive() {
        return undone == null;
    }
}
