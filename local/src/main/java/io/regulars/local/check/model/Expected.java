package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Terms;

/** What must be true of a member, by the facts. */
public final class Expected {
    private final long countsFrom;
    private long asOf;
    private long points;
    private long spend;

    Expected(long countsFrom, long enrolledRecordedAt) {
        this.countsFrom = countsFrom;
        this.asOf = enrolledRecordedAt;
    }

    boolean counts(long occurredAt) {
        return occurredAt >= countsFrom;
    }

    void reach(long recordedAt) {
        asOf = Math.max(asOf, recordedAt);
    }

    void add(long amount) {
        points += amount;
    }

    /** Counts only within the programme's window, which ends at the latest fact that was applied. */
    void spend(long occurredAt, long amount, Terms terms) {
        if (occurredAt > terms.windowStart(asOf) && occurredAt <= asOf) spend += amount;
    }

    public long countsFrom() {
        return countsFrom;
    }

    /** When the latest fact applied to the member was recorded: the end of the window. */
    public long asOf() {
        return asOf;
    }

    /** What the member has: active less debt. */
    public long balance() {
        return points;
    }

    /** Net spend within the window. */
    public long spend() {
        return spend;
    }
}
