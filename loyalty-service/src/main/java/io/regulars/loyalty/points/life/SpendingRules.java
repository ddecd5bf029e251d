package io.regulars.loyalty.points.life;

import io.regulars.loyalty.points.life.DatedLot.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which lots points are taken from. */
public final class SpendingRules {

    private SpendingRules() {}

    /** Points taken from the lot with this number. */
    public record Draw(long lot, long points) {}

    public record Taken(List<Draw> draws, List<DatedLot> after) {

        public long points() {
            return draws.stream().mapToLong(Draw::points).sum();
        }
    }

    /** All of it from what is active at that instant, in spending order, or nothing. */
    public static Optional<Taken> spend(List<DatedLot> lots, long points, Instant at) {
        Taken taken = upTo(lots, points, lot -> lot.isActive(at));
        return taken.points() == points ? Optional.of(taken) : Optional.empty();
    }

    /** As much of it as there is among the chosen lots, in spending order. */
    public static Taken upTo(List<DatedLot> lots, long points, Predicate<DatedLot> chosen) {
        if (points < 0) throw new IllegalArgumentException("points are taken, not given");
        List<DatedLot> ordered = new ArrayList<>(lots);
        ordered.sort(DatedLot.SPENDING_ORDER);
        List<Draw> draws = new ArrayList<>();
        long left = points;
        for (int i = 0; i < ordered.size() && left > 0; i++) {
            DatedLot lot = ordered.get(i);
            if (lot.remaining() == 0 || lot.posted() == State.EXPIRED || !chosen.test(lot)) continue;
            long part = Math.min(left, lot.remaining());
            draws.add(new Draw(lot.number(), part));
            ordered.set(i, lot.less(part));
            left -= part;
        }
        return new Taken(List.copyOf(draws), List.copyOf(ordered));
    }
}
