package io.regulars.loyalty.night;

import io.regulars.loyalty.night.Night.Point;
import io.regulars.loyalty.night.Night.Tally;
import io.regulars.loyalty.night.visit.Visited;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be done next in a night.
 *
 * @param customers whom to visit, in the order in which they were found
 * @param reached how far the night has come once they were
 */
record Round(After after, Search search, Set<UUID> customers, Reached reached) {

    /** What the last look left behind. */
    enum After {
        GO_ON,
        /** Everybody who is left is locked. */
        REST,
        OVER,
        LOST
    }

    record Reached(Point point, Tally tally) {

        Reached at(Point further) {
            return new Reached(further, tally);
        }
    }

    static Round nobody(After after, Reached reached) {
        return new Round(after, null, Set.of(), reached);
    }

    static Round lost() {
        return nobody(After.LOST, null);
    }

    Round done(Visited visited) {
        Tally before = reached.tally();
        Tally tally = new Tally(before.customers() + visited.customers(), before.facts() + visited.facts());
        return nobody(after, new Reached(reached.point().leaving(visited.left()), tally));
    }
}
