package io.regulars.local.check.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The programme as it was published, from the version that came first. */
public record Versions(List<Version> all) {

    /** In force from an instant on, until the next one is. */
    public record Version(int number, long from, long publishedAt, Terms terms) {}

    public Versions {
        all = all.stream().sorted(Comparator.comparingLong(Version::from)).toList();
    }

    /** One version that was always in force. */
    public static Versions of(Terms terms) {
        return new Versions(List.of(new Version(1, Long.MIN_VALUE, Long.MIN_VALUE, terms)));
    }

    /** What judges something that happened then; before the first version the first one does. */
    public Version at(long occurredAt) {
        Version inForce = all.get(0);
        for (Version each : all) if (each.from() <= occurredAt) inForce = each;
        return inForce;
    }

    public Optional<Version> numbered(int number) {
        return all.stream().filter(each -> each.number() == number).findFirst();
    }

    public Terms latest() {
        return all.get(all.size() - 1).terms();
    }

    /** Whether this version judges what happened then; one that was published after it was told may not have. */
    public boolean judges(int number, long occurredAt, long recordedAt) {
        Version right = at(occurredAt);
        if (right.number() == number) return true;
        Version other = numbered(number).orElse(null);
        return other != null
                && other.from() <= occurredAt
                && all.stream()
                        .filter(each -> each.from() > other.from() && each.from() <= occurredAt)
                        .allMatch(each -> each.publishedAt() > recordedAt);
    }

    /** The tiers that all versions have, where the reference model knows them. */
    public Optional<Terms> tiers() {
        Terms latest = latest();
        return all.stream().allMatch(each -> each.terms().hasTiersOf(latest)) ? Optional.of(latest) : Optional.empty();
    }

    /** Whether points may come without a receipt. */
    public boolean haveGifts() {
        return all.stream().anyMatch(each -> each.terms().shape().gifts());
    }
}
