package io.regulars.loyalty.merge;

import io.regulars.loyalty.points.Lot;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Two that are parted.
 *
 * @param pair {@code from} is restored; {@code into} is whoever it was another name of
 * @param sides the restored one, and its other names
 */
record Parting(Pair pair, Set<UUID> sides, List<UUID> identifierRefs) {

    UUID restored() {
        return pair.from();
    }

    UUID root() {
        return pair.into();
    }

    /** These points would be the restored one's had nobody been merged. */
    boolean owns(Lot lot, Set<UUID> going) {
        return lot.purchaseId() == null ? sides.contains(lot.side()) : going.contains(lot.purchaseId());
    }

    /** Whose they would be, once they are the restored one's. */
    UUID side(Lot lot) {
        return lot.purchaseId() != null
                        || !sides.contains(lot.side())
                        || restored().equals(lot.side())
                ? null
                : lot.side();
    }
}
