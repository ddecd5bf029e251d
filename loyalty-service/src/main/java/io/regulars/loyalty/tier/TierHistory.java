package io.regulars.loyalty.tier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which tiers a member was in, as far as it is known. */
public record TierHistory(List<Change> changes) {

    /** A version without tiers was in force. */
    public static final String NONE = "";

    /** From that moment on. */
    public record Change(Instant from, String tier) {}

    /** Of several at one moment the last one is what came of it. */
    public Optional<String> at(Instant then) {
        return changes.stream()
                .filter(change -> !change.from().isAfter(then))
                .reduce((one, other) -> other.from().isBefore(one.from()) ? one : other)
                .map(Change::tier)
                .filter(tier -> !tier.equals(NONE));
    }
}
