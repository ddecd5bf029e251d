package io.regulars.loyalty.points.life;

import io.regulars.loyalty.points.life.Movement.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a member's points are, after movements. What is not there cannot move. */
public record Holdings(Map<Place, Long> places) {

    public static final Holdings NONE = new Holdings(Map.of());

    private static final List<Place> NEVER_BELOW_ZERO = List.of(Place.ACTIVE, Place.PENDING, Place.HELD);

    /** Points moved. */
    public record Step(Movement movement, long points) {}

    public Holdings {
        places = Map.copyOf(places);
    }

    public long in(Place place) {
        return places.getOrDefault(place, 0L);
    }

    /** What the member owes, as a number above zero. */
    public long debt() {
        return -in(Place.DEBT);
    }

    /** What the member is shown. */
    public long balance() {
        return in(Place.ACTIVE) - debt();
    }

    public Holdings after(Movement movement, long points) {
        if (points <= 0) throw new IllegalArgumentException("points that move are more than 0");
        Map<Place, Long> moved = new EnumMap<>(Place.class);
        moved.putAll(places);
        moved.merge(movement.from(), -points, Math::addExact);
        moved.merge(movement.to(), points, Math::addExact);
        for (Place place : NEVER_BELOW_ZERO) {
            if (moved.getOrDefault(place, 0L) < 0) {
                throw new IllegalStateException("no " + points + " points are " + place + " to be " + movement);
            }
        }
        if (moved.getOrDefault(Place.DEBT, 0L) > 0) throw new IllegalStateException("more is repaid than is owed");
        return new Holdings(moved);
    }

    /** Points that become active repay debt first; the rest stays. */
    public List<Step> earning(long points) {
        long repaid = Math.min(points, debt());
        Step earned = new Step(Movement.EARNED, points);
        return repaid == 0 ? List.of(earned) : List.of(earned, new Step(Movement.DEBT_REPAID, repaid));
    }
}
