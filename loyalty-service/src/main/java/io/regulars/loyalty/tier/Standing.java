package io.regulars.loyalty.tier;

import java.time.Instant;

/**
 * Where a member stands: the tier, and the net spend it rests on, which is what counted with {@code occurredAt} in the
 * programme's window that ends with {@code asOf}, the latest {@code recordedAt} of a fact applied to the member.
 *
 * @param first {@code occurredAt} of the first receipt that ever counted, or null
 * @param last {@code occurredAt} of the last receipt that ever counted, or null
 */
public record Standing(String tier, long spend, Instant asOf, Instant first, Instant last) {

    /** A member of today, with nothing counted yet. */
    public static Standing newcomer(String tier, Instant enrolled) {
        return new Standing(tier, 0, enrolled, null, null);
    }

    Standing counting(Instant occurredAt, long spendNow) {
        Instant earliest = first == null || occurredAt.isBefore(first) ? occurredAt : first;
        Instant latest = last == null || occurredAt.isAfter(last) ? occurredAt : last;
        return new Standing(tier, spendNow, asOf, earliest, latest);
    }

    Standing at(Instant later, long spendThen) {
        return new Standing(tier, spendThen, later, first, last);
    }

    Standing reaching(String other) {
        return new Standing(other, spend, asOf, first, last);
    }
}
