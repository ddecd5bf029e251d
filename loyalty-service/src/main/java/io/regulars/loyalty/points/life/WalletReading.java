package io.regulars.loyalty.points.life;

import io.regulars.loyalty.points.life.DatedLot.State;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a member is shown of a wallet at an instant, read off its lots: true also before the nightly run has posted it.
 *
 * @param starting pending points by when they start; those that wait for an event are in none of them
 * @param expiring active points by when they are gone
 */
public record WalletReading(
        long active, long pending, SortedMap<Instant, Long> starting, SortedMap<Instant, Long> expiring) {

    public static WalletReading of(List<DatedLot> lots, Instant at) {
        long active = 0;
        long pending = 0;
        SortedMap<Instant, Long> starting = new TreeMap<>();
        SortedMap<Instant, Long> expiring = new TreeMap<>();
        for (DatedLot lot : lots) {
            if (lot.remaining() == 0 || lot.posted() == State.EXPIRED) continue;
            if (lot.at(at) == State.PENDING) {
                pending += lot.remaining();
                if (lot.startsAt() != null) starting.merge(lot.startsAt(), lot.remaining(), Long::sum);
            } else if (lot.isActive(at)) {
                active += lot.remaining();
                if (lot.expiresAt() != null) expiring.merge(lot.expiresAt(), lot.remaining(), Long::sum);
            }
        }
        return new WalletReading(active, pending, starting, expiring);
    }

    /** Active points that are gone by then. */
    public long goneBy(Instant then) {
        return expiring.entrySet().stream()
                .filter(bucket -> !bucket.getKey().isAfter(then))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }
}
