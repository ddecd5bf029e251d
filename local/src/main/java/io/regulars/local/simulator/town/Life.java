package io.regulars.local.simulator.town;

import io.regulars.events.CustomerRef;
import io.regulars.local.simulator.chance.Chance;
import java.time.Instant;

/** What one shopper does over the day besides buying: introduce themselves, opt in. */
final class Life {
    private static final double JOINS_AT_ONCE = 0.5;
    private static final double JOINS_AT_THE_TILL = 0.1;
    private static final double INTRODUCES = 0.2;

    private final Shopper shopper;
    private final int joinsOnVisit;
    private final boolean atTheTill;
    private int visits;
    private boolean introduced;

    Life(Shopper shopper, Chance chance) {
        this.shopper = shopper;
        joinsOnVisit = !shopper.joins() ? 0 : chance.in(JOINS_AT_ONCE) ? 1 : chance.between(2, 4);
        atTheTill = chance.in(JOINS_AT_THE_TILL);
    }

    /** The opt-in of this visit, a little before or after the purchase; null on all other visits. */
    Act.Enrol joinOn(Visit visit, Chance chance) {
        if (++visits != joinsOnVisit) return null;
        introduced = true;
        Instant at = visit.at().plusSeconds(chance.between(-120, 120));
        return new Act.Enrol(at, shopper, shopper.full(), atTheTill ? null : at);
    }

    /** How the shopper is named on a receipt; {@code online}: somebody can be introduced only where it is heard. */
    CustomerRef named(boolean online, Chance chance) {
        if (introduced) {
            if (shopper.hasOthers() && chance.in(0.25)) return shopper.others();
            return chance.in(0.15) ? shopper.full() : shopper.usual();
        }
        introduced = online && chance.in(INTRODUCES);
        return introduced ? shopper.full() : shopper.usual();
    }
}
