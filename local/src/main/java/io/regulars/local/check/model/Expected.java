package io.regulars.local.check.model;

import java.util.Collection;
import java.util.TreeMap;

/** What must be true of a member, by the facts. */
public final class Expected {
    private final long countsFrom;
    private final TreeMap<Long, Long> spendByDay = new TreeMap<>();
    private long asOf;
    private long points;
    private long purchases;

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

    /** One more purchase. */
    void purchase(long day, long amount) {
        purchases++;
        count(day, amount);
    }

    void count(long day, long amount) {
        spendByDay.merge(day, amount, Long::sum);
    }

    public long countsFrom() {
        return countsFrom;
    }

    /** When the latest fact applied to the member was recorded. */
    public long asOf() {
        return asOf;
    }

    /** What receipts gave the member and left: active, pending and held, less debt. */
    public long balance() {
        return points;
    }

    /** How many purchases count. */
    public long purchases() {
        return purchases;
    }

    /** Net spend from one day to another, both included. */
    public long spend(long first, long last) {
        return sum(spendByDay.subMap(first, true, last, true).values());
    }

    /** Net spend of one day. */
    public long spend(long day) {
        return spendByDay.getOrDefault(day, 0L);
    }

    /** Days on which anything counted. */
    public Collection<Long> days() {
        return spendByDay.keySet();
    }

    private static long sum(Collection<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}
