package io.regulars.loyalty.points;

import io.regulars.loyalty.points.life.Holdings;
import io.regulars.loyalty.points.life.Movement.Place;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * One kind of a member's points, as it is stored.
 *
 * @param dueAt when the next of its lots starts or ends, or earlier; null for never
 */
public record Wallet(String id, Holdings holdings, Instant dueAt) {

    public static Wallet empty(String id) {
        return new Wallet(id, Holdings.NONE, null);
    }

    /** @param debt as a number above zero */
    public static Wallet of(String id, long active, long pending, long held, long debt, Instant dueAt) {
        Map<Place, Long> places = new EnumMap<>(Place.class);
        places.put(Place.ACTIVE, active);
        places.put(Place.PENDING, pending);
        places.put(Place.HELD, held);
        places.put(Place.DEBT, -debt);
        return new Wallet(id, new Holdings(places), dueAt);
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    public long active() {
        return holdings.in(Place.ACTIVE);
    }

    public long pending() {
        return holdings.in(Place.PENDING);
    }

    public long held() {
        return holdings.in(Place.HELD);
    }

    public long debt() {
        return holdings.debt();
    }

    /** What the member is shown. */
    public long balance() {
        return holdings.balance();
    }
}
