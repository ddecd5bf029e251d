package io.regulars.local.simulator;

import io.regulars.events.CustomerRef;
import io.regulars.local.simulator.town.Shopper;
import io.regulars.local.simulator.town.Slip;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose other identifiers the suite is known to have taken in. Used alone before that they would begin a second
 * customer, or not, as receipts overtake each other; then nobody could say what must be true.
 */
final class Acquaintances {
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    void meet(Shopper shopper) {
        met.add(shopper.id());
    }

    /** The same receipt, with the usual identifier beside the others where they do not suffice yet. */
    Slip safelyNamed(Slip slip) {
        Shopper shopper = slip.shopper();
        CustomerRef named = slip.purchase() == null ? null : slip.purchase().customer();
        boolean safe = shopper == null || named == null || shopper.isSafelyNamedBy(named) || met.contains(shopper.id());
        return safe ? slip : slip.naming(shopper.full());
    }
}
