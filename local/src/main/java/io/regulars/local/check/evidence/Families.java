package io.regulars.local.check.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Customers who turned out to be one, for good or for some time. Points, days and receipts went from one to the other; what
 * the facts tell of them is reckoned of the family, and what each of them holds by its transfers.
 */
public final class Families {
    private final Map<Integer, Integer> towards = new HashMap<>();
    private final Map<Integer, Integer> survivors = new HashMap<>();
    private final Set<Integer> joined = new HashSet<>();

    /** A merge that was told; {@code carriedOut} where loyalty made the two one, if only for some time. */
    public void merge(int merge, int survivor, int merged, boolean carriedOut) {
        if (!carriedOut) return;
        survivors.put(merge, survivor);
        joined.add(survivor);
        joined.add(merged);
        int one = of(survivor);
        int other = of(merged);
        if (one != other) towards.put(other, one);
    }

    /** One of them who stands for all; the customer itself where nobody was merged with it. */
    public int of(int customer) {
        int at = customer;
        while (towards.containsKey(at)) at = towards.get(at);
        return at;
    }

    /** Somebody was merged with it. */
    public boolean has(int customer) {
        return joined.contains(customer);
    }

    public boolean same(int one, int other) {
        return one == other || of(one) == of(other);
    }

    /** The merge was carried out, and among others with this customer. */
    public boolean isMerge(int merge, int customer) {
        return survivors.containsKey(merge) && same(survivors.get(merge), customer);
    }
}
