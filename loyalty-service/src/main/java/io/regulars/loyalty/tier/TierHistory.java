package io.regulars.loyalty.tier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which tiers a member was in, as far as it is known. */
public record TierHistory(List<Change> changes) {

    /** From that moment on. */
    public record Change(Instant from, String tier) {}

    public Optional<String> at(Instant then) {
        return changes.stream()
                .filter(change -> !change.from().isAfter(then))
                .max(Comparator.comparing(Change::from))
                .map(Change::tier);
    }
}
