package io.regulars.loyalty.membership;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a member has done so far that counts.
 *
 * @param signs when the member last did what puts off the end of points; empty where no programme does
 */
public record Experience(long purchases, long visits, Map<String, Instant> signs) {

    public static final Experience NONE = new Experience(0, 0, Map.of());

    public Experience {
        signs = Map.copyOf(signs);
    }

    public Experience plus(boolean visit) {
        return new Experience(purchases + 1, visits + (visit ? 1 : 0), signs);
    }

    Experience alive(String activity, Instant at) {
        Instant last = signs.get(activity);
        if (last != null && !at.isAfter(last)) return this;
        Map<String, Instant> now = new HashMap<>(signs);
        now.put(activity, at);
        return new Experience(purchases, visits, now);
    }

    public Experience without(long fewerPurchases, long fewerVisits) {
        return new Experience(Math.max(0, purchases - fewerPurchases), Math.max(0, visits - fewerVisits), signs);
    }

    Experience minus(boolean visit) {
        return new Experience(purchases - 1, visits - (visit ? 1 : 0), signs);
    }
}
