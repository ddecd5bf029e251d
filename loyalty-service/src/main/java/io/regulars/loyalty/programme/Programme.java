package io.regulars.loyalty.programme;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** What the club promises, as its document says. Money is in minor units of {@code currency}; tiers ascend from 0. */
public record Programme(
        String id,
        int version,
        String pointName,
        String rule,
        long onePointPer,
        Period window,
        List<Tier> tiers,
        ZoneId zone,
        String currency) {

    /** Reached by net spend of at least {@code threshold} within the window. */
    public record Tier(String name, long threshold) {}

    public Programme {
        tiers = List.copyOf(tiers);
    }

    /** From when on a new member's receipts count: the first minute of the business day of the opt-in. */
    public Instant countsFrom(Instant enrolledAt) {
        return enrolledAt.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** The window that ends with {@code end} holds what happened after this and not after {@code end}. */
    public Instant windowBefore(Instant end) {
        return end.atZone(zone).minus(window).toInstant();
    }

    /** A receipt in other money is worth nothing here: neither points nor spend. */
    public boolean accepts(String money) {
        return money == null || money.equals(currency);
    }

    public String lowestTier() {
        return tiers.get(0).name();
    }
}
